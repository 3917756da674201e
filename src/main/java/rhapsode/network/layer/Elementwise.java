package rhapsode.network.layer;

/**
 * Arithmetic over heap arrays, in loops that the JIT of JDK 17 turns into vector code: each array
 * is read from index 0 (with two different offsets in one loop there would be none), there is no
 * branch, and at most a handful of arrays.
 *
 * <p>The elementary functions rest on one idea that needs no table and no bit trick: {@code exp(x)
 * = exp(x / 2^k)^(2^k)}, with a Taylor polynomial for the small argument and k squarings after it.
 * Where the result is needed near zero, the squarings run on {@code p = exp(r) - 1}, as {@code p(p
 * + 2)}, which loses nothing there. Relative error: below 3e-5 for {@link #expWithSum} where the
 * result is above 1e-9, absolute below 1e-6 for {@link #tanh} and {@link #sigmoid}.
 */
final class Elementwise {
  private static final float LOWEST = -60f;
  private static final float FLAT = 9f;

  private Elementwise() {}

  /**
   * {@code x = exp(x - most)}, {@code sums += x}, for differences not above 0; those under -60
   * count as -60, lest products meet denormal numbers.
   */
  static void expWithSum(float[] x, float most, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      float r = Math.max(x[i] - most, LOWEST) * (1f / 256f);
      float p = 1f + r * (1f + r * (1f / 2f + r * (1f / 6f + r * (1f / 24f))));
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      p *= p;
      x[i] = p;
      sums[i] += p;
    }
  }

  /** In place. */
  static void tanh(float[] x, int length) {
    for (int i = 0; i < length; i++) {
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
  static void sigmoid(float[] x, int length) {
    for (int i = 0; i < length; i++) {
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

  /** An LSTM's new cells: {@code after = forget * before + candidate * input}. */
  static void cells(
      float[] before, float[] forget, float[] candidate, float[] input, float[] after, int length) {
    for (int i = 0; i < length; i++) {
      after[i] = forget[i] * before[i] + candidate[i] * input[i];
    }
  }

  /** Adds what the output hands to the cells: {@code dCell += dHidden * output * (1 - tanh^2)}. */
  static void cellGradient(
      float[] dCell, float[] dHidden, float[] output, float[] tanh, int length) {
    for (int i = 0; i < length; i++) {
      dCell[i] += dHidden[i] * output[i] * (1f - tanh[i] * tanh[i]);
    }
  }

  /** The gradient before a sigmoid {@code y} that was multiplied by {@code factor}. */
  static void sigmoidGradient(float[] above, float[] factor, float[] y, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = above[i] * factor[i] * y[i] * (1f - y[i]);
    }
  }

  /** The gradient before a tanh {@code y} that was multiplied by {@code factor}. */
  static void tanhGradient(float[] above, float[] factor, float[] y, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = above[i] * factor[i] * (1f - y[i] * y[i]);
    }
  }

  /** {@code out = x * y}. */
  static void product(float[] x, float[] y, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = x[i] * y[i];
    }
  }

  /** {@code x *= y}. */
  static void multiply(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= y[i];
    }
  }

  /** {@code x += y}. */
  static void add(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] += y[i];
    }
  }

  /** {@code x -= y}. */
  static void subtract(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] -= y[i];
    }
  }

  /** {@code x += y * z}. */
  static void addProduct(float[] x, float[] y, float[] z, int length) {
    for (int i = 0; i < length; i++) {
      x[i] += y[i] * z[i];
    }
  }

  /** {@code x += factor * y}. */
  static void addScaled(float[] x, float[] y, float factor, int length) {
    for (int i = 0; i < length; i++) {
      x[i] += factor * y[i];
    }
  }

  /** {@code x *= factor}. */
  static void scale(float[] x, float factor, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= factor;
    }
  }

  /** {@code x = max(x, 0)}. */
  static void rectify(float[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], 0f);
    }
  }

  /** Zeroes x where y, which is not below 0, is 0. */
  static void whereNot0(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = y[i] > 0f ? x[i] : 0f;
    }
  }

  /** {@code x += amount}. */
  static void shift(float[] x, float amount, int length) {
    for (int i = 0; i < length; i++) {
      x[i] += amount;
    }
  }

  /** {@code x += y}, {@code most = max(most, x)}. */
  static void addWithMaximum(float[] x, float[] y, float[] most, int length) {
    for (int i = 0; i < length; i++) {
      float sum = x[i] + y[i];
      x[i] = sum;
      most[i] = Math.max(most[i], sum);
    }
  }

  /** {@code x *= factor}, {@code sums += x}. */
  static void scaleWithSum(float[] x, float factor, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      float product = factor * x[i];
      x[i] = product;
      sums[i] += product;
    }
  }

  /** The largest element. */
  static float max(float[] x, int length) {
    float max = x[0];
    for (int i = 1; i < length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  /** The sum, in eight partial ones: a single one would wait four cycles for each addition. */
  static float sum(float[] x, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = 0;
    for (; i + 7 < length; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    for (; i < length; i++) {
      s0 += x[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** The sum of squares, in partial sums of doubles. */
  static double squares(float[] x, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += (double) x[i] * x[i];
      s1 += (double) x[i + 1] * x[i + 1];
      s2 += (double) x[i + 2] * x[i + 2];
      s3 += (double) x[i + 3] * x[i + 3];
    }
    for (; i < length; i++) {
      s0 += (double) x[i] * x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * One step of Adam (Kingma and Ba 2015, end of section 2): moves the moments to the gradient, and
   * the weights against it.
   *
   * @param rate the learning rate with the correction of both biases in it
   * @param scale by which the gradient is multiplied first
   */
  static void adam(
      float[] weights,
      float[] gradient,
      float[] first,
      float[] second,
      float scale,
      float beta1,
      float beta2,
      float rate,
      float epsilon,
      int length) {
    float rest1 = (1f - beta1) * scale;
    float rest2 = 1f - beta2;
    for (int i = 0; i < length; i++) {
      first[i] = beta1 * first[i] + rest1 * gradient[i];
    }
    for (int i = 0; i < length; i++) {
      float scaled = scale * gradient[i]; // the square of the scale alone may be no float
      second[i] = beta2 * second[i] + rest2 * scaled * scaled;
    }
    for (int i = 0; i < length; i++) {
      weights[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + epsilon);
    }
  }
}
