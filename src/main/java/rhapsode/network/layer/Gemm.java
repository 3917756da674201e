package rhapsode.network.layer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Products of row-major matrices by OpenBLAS, on the calling thread alone. An object has pointers
 * of its own that it moves about, so that a call allocates nothing; one thread uses it at a time.
 *
 * <p>Positions are numbers of elements from the start of a matrix.
 */
final class Gemm {
  /**
   * OpenBLAS has kernels that skip the packing of operands for products of up to a million
   * multiplications, on processors with AVX-512. A product of few rows is half as fast again when
   * cut into such pieces.
   */
  private static final boolean SMALL_KERNELS =
      NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() >= 3;

  private static final int SMALL = 1_000_000;

  /** Sums shorter than this are not worth a piece of their own. */
  private static final int SHORT = 256;

  static {
    // A team shares out the products: threads of OpenBLAS's own would only be in its way.
    org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads(1);
  }

  private final Cursor a = new Cursor();
  private final Cursor b = new Cursor();
  private final Cursor c = new Cursor();

  /** A pointer that can be moved to other memory. */
  private static final class Cursor extends FloatPointer {
    Cursor() {
      super((org.bytedeco.javacpp.Pointer) null);
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
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
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
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
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
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
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

  /**
   * {@link #timesTransposed} for few rows m, in pieces of n: what one step of a recurrent layer
   * needs.
   */
  void fewTimesTransposed(
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
      rowTimesTransposed(n, k, left, atLeft, right, atRight, beta, out, atOut);
      return;
    }
    int piece = SMALL_KERNELS && m * 16L * k <= SMALL ? 32 : n;
    if (m * (long) piece * k > SMALL && piece == 32) {
      piece = 16;
    }
    for (int from = 0; from < n; from += piece) {
      timesTransposed(
          m,
          Math.min(piece, n - from),
          k,
          left,
          atLeft,
          right,
          atRight + (long) from * right.columns,
          beta,
          out,
          atOut + from);
    }
  }

  /** {@link #times} for few rows m, in pieces of n and, where that is not enough, of k. */
  void fewTimes(
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
    long pieces = (16L * m * k + SMALL - 1) / SMALL;
    int depth = (int) ((k + pieces - 1) / pieces);
    if (!SMALL_KERNELS || depth < Math.min(k, SHORT)) {
      times(m, n, k, left, atLeft, right, atRight, beta, out, atOut);
      return;
    }
    for (int row = 0; row < k; row += depth) {
      for (int column = 0; column < n; column += 16) {
        times(
            m,
            Math.min(16, n - column),
            Math.min(depth, k - row),
            left,
            atLeft + row,
            right,
            atRight + (long) row * right.columns + column,
            row == 0 ? beta : 1f,
            out,
            atOut + column);
      }
    }
  }

  /** {@code c = beta c + b a}: a and c are rows, b is [n, k]; each weight is read once. */
  private void rowTimesTransposed(
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
