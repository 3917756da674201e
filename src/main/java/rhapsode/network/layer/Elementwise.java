package rhapsode.network.layer;

/**
 * Elementary functions over heap arrays, in loops that the JIT turns into vector code.
 *
 * <p>All rest on one idea that needs no table, no branch and no bit trick (none of which JDK 17
 * vectorises): {@code exp(x) = exp(x / 2^k)^(2^k)}, with a Taylor polynomial of degree 6 for the
 * small argument and k squarings after it. Where the result is needed near zero, the squarings run
 * on {@code p = exp(r) - 1}, as {@code p(p + 2)}, which loses nothing there. Relative error: below
 * 3e-5 for {@link #exp}, absolute below 1e-6 for {@link #tanh} and {@link #sigmoid}.
 */
final class Elementwise {
  private static final float LOWEST = -87f;
  private static final float FLAT = 9f;

  private Elementwise() {}

  /** In place, for arguments not above 0; arguments under -87 count as -87. */
  static void exp(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      float r = Math.max(x[i], LOWEST) * (1f / 256f);
      float p =
          1f
              + r
                  * (1f
                      + r
                          * (1f / 2f
                              + r
                                  * (1f / 6f
                                      + r * (1f / 24f + r * (1f / 120f + r * (1f / 720f))))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      x[i] = p * p;
    }
  }

  /** In place. */
  static void tanh(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      float r = Math.max(-FLAT, Math.min(FLAT, x[i])) * (2f / 64f);
      float p =
          r
              * (1f
                  + r
                      * (1f / 2f
                          + r * (1f / 6f + r * (1f / 24f + r * (1f / 120f + r * (1f / 720f))))));
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      x[i] = p / (p + 2f);
    }
  }

  /** In place: {@code 1 / (1 + exp(-x))}, by way of {@code (1 + tanh(x / 2)) / 2}. */
  static void sigmoid(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      float r = Math.max(-2f * FLAT, Math.min(2f * FLAT, x[i])) * (1f / 64f);
      float p =
          r
              * (1f
                  + r
                      * (1f / 2f
                          + r * (1f / 6f + r * (1f / 24f + r * (1f / 120f + r * (1f / 720f))))));
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      x[i] = (p + 1f) / (p + 2f);
    }
  }

  /** The largest element. */
  static float max(float[] x, int from, int to) {
    float m0 = x[from];
    float m1 = m0;
    float m2 = m0;
    float m3 = m0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      m0 = Math.max(m0, x[i]);
      m1 = Math.max(m1, x[i + 1]);
      m2 = Math.max(m2, x[i + 2]);
      m3 = Math.max(m3, x[i + 3]);
    }
    for (; i < to; i++) {
      m0 = Math.max(m0, x[i]);
    }
    return Math.max(Math.max(m0, m1), Math.max(m2, m3));
  }

  /** The sum. Eight partial sums: a single one would wait four cycles for each addition. */
  static float sum(float[] x, int from, int to) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = from;
    for (; i + 7 < to; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    for (; i < to; i++) {
      s0 += x[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** In place: {@code x[i] += y[i - from + offset]}. */
  static void add(float[] x, int from, int to, float[] y, int offset) {
    for (int i = from; i < to; i++) {
      x[i] += y[offset + i - from];
    }
  }

  /** In place: {@code x[i] *= factor}. */
  static void scale(float[] x, int from, int to, float factor) {
    for (int i = from; i < to; i++) {
      x[i] *= factor;
    }
  }

  /** In place: {@code x[i] += amount}. */
  static void shift(float[] x, int from, int to, float amount) {
    for (int i = from; i < to; i++) {
      x[i] += amount;
    }
  }
}
