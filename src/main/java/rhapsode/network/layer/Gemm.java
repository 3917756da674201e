package rhapsode.network.layer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Products of row-major matrices by OpenBLAS, on the calling thread alone. An object has pointers
 * of its own that it moves about, so that a call allocates nothing; one thread uses it at a time.
 * Positions are numbers of elements from the start of a matrix.
 *
 * <p>On processors with AVX-512, OpenBLAS has kernels for small products that skip the packing of
 * operands. Products are then cut into tiles that these kernels take: a tenth faster for large
 * products, up to twice for few rows. The sizes of the tiles were found by measuring.
 */
final class Gemm {
  private static final boolean TILES =
      NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() >= 3;

  /** Up to so many rows, a product is shaped like one step of a recurrent layer. */
  private static final int FEW = 64;

  static {
    // A team shares out the products: threads of OpenBLAS's own would only be in its way.
    blas_set_num_threads(1);
  }

  private final Cursor a = new Cursor();
  private final Cursor b = new Cursor();
  private final Cursor c = new Cursor();

  /** A pointer that can be moved to other memory. */
  private static final class Cursor extends FloatPointer {
    Cursor() {
      super((Pointer) null);
    }

    Cursor at(FloatMatrix matrix, long position) {
      address = matrix.pointer.address() + position * Float.BYTES;
      return this;
    }
  }

  /** {@code c = beta c + a b'}: a is [m, k], b is [n, k], c is [m, n]. */
  void timesTransposed(
      int m,
      int n,
      int k,
      FloatMatrix left,
      long atLeft,
      FloatMatrix right,
      long atRight,
      float beta,
      FloatMatrix out,
      long atOut) {
    if (m == 1) {
      row(n, k, left, atLeft, right, atRight, beta, out, atOut);
      return;
    }
    int width = TILES && m <= FEW ? Math.max(8, Math.min(128, 1024 / Math.max(1, m))) : n;
    for (int j = 0; j < n; j += width) {
      tile(
          CblasNoTrans,
          CblasTrans,
          m,
          Math.min(width, n - j),
          k,
          left,
          atLeft,
          right,
          atRight + (long) j * right.columns,
          beta,
          out,
          atOut + j);
    }
  }

  /** {@code c = beta c + a b}: a is [m, k], b is [k, n], c is [m, n]. */
  void times(
      int m,
      int n,
      int k,
      FloatMatrix left,
      long atLeft,
      FloatMatrix right,
      long atRight,
      float beta,
      FloatMatrix out,
      long atOut) {
    boolean few = m <= FEW;
    int height = !TILES || few ? m : 16;
    int width = !TILES ? n : few ? Math.max(32, Math.min(128, 2048 / Math.max(1, m))) : 256;
    int depth = !TILES ? k : few ? 256 : 128;
    for (int l = 0; l < k; l += depth) {
      for (int i = 0; i < m; i += height) {
        for (int j = 0; j < n; j += width) {
          tile(
              CblasNoTrans,
              CblasNoTrans,
              Math.min(height, m - i),
              Math.min(width, n - j),
              Math.min(depth, k - l),
              left,
              atLeft + (long) i * left.columns + l,
              right,
              atRight + (long) l * right.columns + j,
              l == 0 ? beta : 1f,
              out,
              atOut + (long) i * out.columns + j);
        }
      }
    }
  }

  /** {@code c = beta c + a' b}: a is [k, m], b is [k, n], c is [m, n]. */
  void transposedTimes(
      int m,
      int n,
      int k,
      FloatMatrix left,
      long atLeft,
      FloatMatrix right,
      long atRight,
      float beta,
      FloatMatrix out,
      long atOut) {
    int height = TILES ? 32 : m;
    int width = TILES ? 32 : n;
    int depth = TILES ? 512 : k;
    for (int l = 0; l < k; l += depth) {
      for (int i = 0; i < m; i += height) {
        for (int j = 0; j < n; j += width) {
          tile(
              CblasTrans,
              CblasNoTrans,
              Math.min(height, m - i),
              Math.min(width, n - j),
              Math.min(depth, k - l),
              left,
              atLeft + (long) l * left.columns + i,
              right,
              atRight + (long) l * right.columns + j,
              l == 0 ? beta : 1f,
              out,
              atOut + (long) i * out.columns + j);
        }
      }
    }
  }

  private void tile(
      int transposeLeft,
      int transposeRight,
      int m,
      int n,
      int k,
      FloatMatrix left,
      long atLeft,
      FloatMatrix right,
      long atRight,
      float beta,
      FloatMatrix out,
      long atOut) {
    cblas_sgemm(
        CblasRowMajor,
        transposeLeft,
        transposeRight,
        m,
        n,
        k,
        1f,
        a.at(left, atLeft),
        left.columns,
        b.at(right, atRight),
        right.columns,
        beta,
        c.at(out, atOut),
        out.columns);
  }

  /** {@code c = beta c + b a}: a and c are rows, b is [n, k]; each weight is read once. */
  private void row(
      int n,
      int k,
      FloatMatrix left,
      long atLeft,
      FloatMatrix right,
      long atRight,
      float beta,
      FloatMatrix out,
      long atOut) {
    cblas_sgemv(
        CblasRowMajor,
        CblasNoTrans,
        n,
        k,
        1f,
        b.at(right, atRight),
        right.columns,
        a.at(left, atLeft),
        1,
        beta,
        c.at(out, atOut),
        1);
  }
}
