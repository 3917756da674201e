package rhapsode.network.layer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/** Products of row-major matrices by the OpenBLAS that nd4j-native brings. */
final class Gemm {
  private Gemm() {}

  /** {@code c = beta c + a b'}, on runs of {@code count} rows of a and c. */
  static void timesTransposed(
      FloatMatrix a, int rowOfA, FloatMatrix b, FloatMatrix c, int rowOfC, int count, float beta) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        count,
        b.rows,
        b.columns,
        1f,
        a.at(rowOfA),
        a.columns,
        b.at(0),
        b.columns,
        beta,
        c.at(rowOfC),
        c.columns);
  }

  /** {@code c = a b}, on runs of {@code count} rows of a and c. */
  static void times(
      FloatMatrix a, int rowOfA, FloatMatrix b, FloatMatrix c, int rowOfC, int count) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        count,
        b.columns,
        b.rows,
        1f,
        a.at(rowOfA),
        a.columns,
        b.at(0),
        b.columns,
        0f,
        c.at(rowOfC),
        c.columns);
  }

  /** {@code c = a' b}, on the first {@code count} rows of a and b. */
  static void transposedTimes(FloatMatrix a, FloatMatrix b, FloatMatrix c, int count) {
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        a.columns,
        b.columns,
        count,
        1f,
        a.at(0),
        a.columns,
        b.at(0),
        b.columns,
        0f,
        c.at(0),
        c.columns);
  }
}
