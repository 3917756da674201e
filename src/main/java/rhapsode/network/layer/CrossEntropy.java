package rhapsode.network.layer;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Softmax and categorical cross-entropy on a matrix of logits {@code [rows, words]} to which a bias
 * {@code [words]} is still to be added. Rows are shared out among the processors; results do not
 * depend on how many there are.
 */
public final class CrossEntropy {
  /** Rows that one thread takes at a time: few enough to share out, many enough to be worth it. */
  private static final int SLICE = 32;

  private CrossEntropy() {}

  /**
   * What a pass over labels came to.
   *
   * @param loss sum of the negative logarithms of the labels' probabilities, in nats
   * @param correct labels that no other word surpasses
   * @param labels how many labels counted
   */
  public record Tally(double loss, long correct, long labels) {
    public static final Tally NONE = new Tally(0, 0, 0);

    /** The sum of both. */
    public Tally plus(Tally other) {
      return new Tally(loss + other.loss, correct + other.correct, labels + other.labels);
    }

    /** In nats a label; 0 if there is none. */
    public double meanLoss() {
      return labels == 0 ? 0 : loss / labels;
    }
  }

  /** Replaces the logits by probabilities. */
  static void probabilities(FloatMatrix logits, float[] bias) {
    perRow(
        logits,
        bias,
        (index, row) -> {
          exponentials(row);
          Elementwise.scale(row, 0, row.length, 1f / Elementwise.sum(row, 0, row.length));
          logits.store(index, 1, row, 0);
        });
  }

  /** Writes the logarithms of the probabilities of the first {@code to.length} rows. */
  static void logProbabilities(FloatMatrix logits, float[] bias, float[][] to) {
    perRow(
        logits,
        bias,
        (index, row) -> {
          System.arraycopy(row, 0, to[index], 0, row.length);
          float max = exponentials(row);
          float log = max + (float) Math.log(Elementwise.sum(row, 0, row.length));
          Elementwise.shift(to[index], 0, row.length, -log);
        });
  }

  /** The tally of the labels, one a row. */
  static Tally tally(FloatMatrix logits, float[] bias, int[] labels) {
    var correct = new boolean[labels.length];
    return sum(losses(logits, bias, labels, correct), correct, labels);
  }

  /** The loss of each row; 0 where the label is ignored. */
  static double[] losses(FloatMatrix logits, float[] bias, int[] labels) {
    return losses(logits, bias, labels, new boolean[labels.length]);
  }

  private static double[] losses(
      FloatMatrix logits, float[] bias, int[] labels, boolean[] correct) {
    var losses = new double[labels.length];
    perRow(
        logits,
        bias,
        (index, row) -> {
          if (labels[index] != TokenIds.IGNORED) {
            losses[index] = loss(row, labels[index], correct, index);
          }
        });
    return losses;
  }

  /**
   * Replaces the logits by the gradient of the mean loss with respect to them, and writes the
   * gradient with respect to the bias.
   */
  static Tally gradient(FloatMatrix logits, float[] bias, int[] labels, float[] dBias) {
    var losses = new double[labels.length];
    var correct = new boolean[labels.length];
    float scale = 1f / Math.max(1, IntStream.of(labels).filter(l -> l >= 0).count());
    int slices = slices(labels.length);
    var sums = new float[slices][];
    inParallel(
        slices,
        slice -> {
          float[] row = new float[logits.columns];
          float[] sum = new float[logits.columns];
          for (int i = slice * SLICE; i < Math.min(labels.length, (slice + 1) * SLICE); i++) {
            load(logits, bias, i, row);
            if (labels[i] == TokenIds.IGNORED) {
              java.util.Arrays.fill(row, 0f);
            } else {
              losses[i] = loss(row, labels[i], correct, i);
              Elementwise.scale(row, 0, row.length, scale / Elementwise.sum(row, 0, row.length));
              row[labels[i]] -= scale;
              Elementwise.add(sum, 0, sum.length, row, 0);
            }
            logits.store(i, 1, row, 0);
          }
          sums[slice] = sum;
        });
    java.util.Arrays.fill(dBias, 0f);
    for (float[] sum : sums) {
      Elementwise.add(dBias, 0, dBias.length, sum, 0);
    }
    return sum(losses, correct, labels);
  }

  /** Leaves exponentials, not normalised, in the row. */
  private static double loss(float[] row, int label, boolean[] correct, int index) {
    float logit = row[label];
    float max = exponentials(row);
    correct[index] = logit >= max;
    return max - logit + Math.log(Elementwise.sum(row, 0, row.length));
  }

  /** Replaces each x by {@code exp(x - max)}; returns max. */
  private static float exponentials(float[] row) {
    float max = Elementwise.max(row, 0, row.length);
    Elementwise.shift(row, 0, row.length, -max);
    Elementwise.exp(row, 0, row.length);
    return max;
  }

  private static Tally sum(double[] losses, boolean[] correct, int[] labels) {
    double loss = 0;
    long right = 0;
    long count = 0;
    for (int i = 0; i < labels.length; i++) {
      loss += losses[i];
      right += correct[i] ? 1 : 0;
      count += labels[i] == TokenIds.IGNORED ? 0 : 1;
    }
    return new Tally(loss, right, count);
  }

  @FunctionalInterface
  private interface RowWork {
    void on(int index, float[] row);
  }

  private static void perRow(FloatMatrix logits, float[] bias, RowWork work) {
    inParallel(
        slices(logits.rows),
        slice -> {
          float[] row = new float[logits.columns];
          for (int i = slice * SLICE; i < Math.min(logits.rows, (slice + 1) * SLICE); i++) {
            load(logits, bias, i, row);
            work.on(i, row);
          }
        });
  }

  private static void load(FloatMatrix logits, float[] bias, int index, float[] row) {
    logits.load(index, 1, row, 0);
    Elementwise.add(row, 0, row.length, bias, 0);
  }

  private static int slices(int rows) {
    return (rows + SLICE - 1) / SLICE;
  }

  private static void inParallel(int slices, IntConsumer work) {
    if (slices == 1) {
      work.accept(0);
    } else {
      IntStream.range(0, slices).parallel().forEach(work);
    }
  }
}
