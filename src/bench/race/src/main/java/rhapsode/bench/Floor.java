package rhapsode.bench;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How fast the machine multiplies matrices: large products by OpenBLAS, one on each thread, at the
 * same time. Nothing that trains by matrix products can be faster than this allows.
 */
final class Floor {
  private static final int SIZE = 1536;

  private Floor() {}

  public static void main(String[] words) throws IOException {
    Map<String, String> arguments = Turns.arguments(words);
    int threads = Integer.parseInt(arguments.get("threads"));
    Nd4j.zeros(1); // loads the library that DL4J brings
    blas_set_num_threads(1);
    var a = matrices(threads);
    var b = matrices(threads);
    var c = matrices(threads);
    Turns.take(
        2.0 * SIZE * SIZE * SIZE * threads,
        3,
        step -> {
          IntStream.range(0, threads).parallel().forEach(i -> multiply(a[i], b[i], c[i]));
          return c[0].get(0);
        });
  }

  private static FloatPointer[] matrices(int count) {
    var matrices = new FloatPointer[count];
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 17 * 0.01f;
    }
    for (int i = 0; i < count; i++) {
      matrices[i] = new FloatPointer(values);
    }
    return matrices;
  }

  private static void multiply(FloatPointer a, FloatPointer b, FloatPointer c) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        SIZE,
        SIZE,
        SIZE,
        1f,
        a,
        SIZE,
        b,
        SIZE,
        0f,
        c,
        SIZE);
  }
}
