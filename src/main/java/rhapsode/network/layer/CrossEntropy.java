package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import java.util.Arrays;

/**
 * Softmax and categorical cross-entropy over a vocabulary: logits by one product, then loss,
 * accuracy and gradient row by row in the memory of the logits. Rows are dealt out to the threads
 * of the team. What a pass returned is valid until the next one.
 */
final class CrossEntropy {
  /** Up to so many rows, threads share out words instead of rows. */
  private static final int FEW_ROWS = 64;

  private final int words;
  private final int features;
  private final FloatMatrix logits;
  private final FloatMatrix below;
  private final double[] losses;
  private final boolean[] correct;
  private final float[][] bias;
  private final Part[] parts = new Part[ThreadTeam.shared().size()];
  private final ThreadTeam.Work work = this::run;
  private final ThreadTeam.Work logarithms = this::logarithms;

  private Purpose purpose = Purpose.TALLY;
  private Sequence in;
  private Sequence belowView;
  private FloatMatrix weights;
  private FloatMatrix dWeights;
  private int[] labels = {};
  private float[][] target = {};
  private float scale;
  private ThreadTeam team = ThreadTeam.shared();

  private enum Purpose {
    LOGITS,
    PROBABILITIES,
    TALLY,
    GRADIENT
  }

  /** What one thread needs for itself. */
  private static final class Part {
    final Gemm product = new Gemm();
    final LogitRow row;
    final float[][] dBias;

    Part(int words) {
      row = new LogitRow(words);
      dBias = LogitRow.blocks(words);
    }
  }

  /** Memory for so many rows. */
  CrossEntropy(int rows, int words, int features) {
    this.words = words;
    this.features = features;
    logits = FloatMatrix.zeros(rows, words);
    below = FloatMatrix.zeros(rows, features);
    losses = new double[rows];
    correct = new boolean[rows];
    bias = LogitRow.blocks(words);
    Arrays.setAll(parts, i -> new Part(words));
    belowView = Sequence.over(below, rows, 1, 2);
    in = belowView;
    weights = below;
    dWeights = below;
  }

  /** How many rows there is memory for. */
  int mostRows() {
    return logits.rows;
  }

  private int rows() {
    return in.rows();
  }

  /** Computes logits, for {@link #logits(float[][])} and {@link #logProbabilities}. */
  void predict(Sequence input, FloatMatrix with, FloatMatrix plus) {
    run(Purpose.LOGITS, input, with, plus);
  }

  /** The logits last predicted, {@code [rows][words]}. */
  void logits(float[][] to) {
    for (int r = 0; r < rows(); r++) {
      parts[0].row.read(logits, r, bias);
      parts[0].row.copyTo(to[r]);
    }
  }

  /** The logarithms of the probabilities last predicted, {@code [rows][words]}. */
  void logProbabilities(float[][] to) {
    target = to;
    team = ThreadTeam.shared();
    team.run(logarithms);
  }

  private void logarithms(int number, int count) {
    int active = Math.min(count, parts.length);
    for (int r = number; number < active && r < rows(); r += active) {
      LogitRow row = parts[number].row;
      float most = row.read(logits, r, bias);
      row.copyTo(target[r]);
      float log = most + (float) Math.log(row.exponentiate(most));
      Elementwise.shift(target[r], -log, words);
    }
  }

  /** The probabilities, {@code [time * batch, words]}. */
  FloatMatrix probabilities(Sequence input, FloatMatrix with, FloatMatrix plus) {
    run(Purpose.PROBABILITIES, input, with, plus);
    return logits;
  }

  Tally tally(Sequence input, int[] ids, FloatMatrix with, FloatMatrix plus) {
    losses(input, ids, with, plus);
    return sum();
  }

  /** The loss of each row; 0 where the label is ignored. */
  double[] losses(Sequence input, int[] ids, FloatMatrix with, FloatMatrix plus) {
    labels = ids;
    run(Purpose.TALLY, input, with, plus);
    return losses;
  }

  /**
   * Writes the gradients of the mean loss with respect to weights, bias and input.
   *
   * @param gradient {@code [words, features]}
   * @param biasGradient {@code [1, words]}
   */
  Tally gradient(
      Sequence input,
      int[] ids,
      FloatMatrix with,
      FloatMatrix plus,
      FloatMatrix gradient,
      FloatMatrix biasGradient) {
    labels = ids;
    dWeights = gradient;
    int counting = 0;
    for (int label : ids) {
      counting += label == TokenIds.IGNORED ? 0 : 1;
    }
    scale = 1f / Math.max(1, counting);
    for (Part part : parts) {
      for (float[] block : part.dBias) {
        Arrays.fill(block, 0f);
      }
    }
    run(Purpose.GRADIENT, input, with, plus);
    for (int i = 1; i < parts.length; i++) {
      for (int k = 0; k < bias.length; k++) {
        Elementwise.add(parts[0].dBias[k], parts[i].dBias[k], bias[k].length);
      }
    }
    LogitRow.store(biasGradient, 0, parts[0].dBias);
    return sum();
  }

  /** The gradient with respect to the input that {@link #gradient} found. */
  Sequence below(Sequence shape) {
    if (!belowView.isShapedLike(shape)) {
      belowView = Sequence.over(below, shape.batch(), shape.time(), shape.rank());
    }
    return belowView;
  }

  private void run(Purpose what, Sequence input, FloatMatrix with, FloatMatrix plus) {
    purpose = what;
    in = input;
    weights = with;
    LogitRow.load(plus, 0, bias);
    team = ThreadTeam.shared();
    team.run(work);
  }

  private void run(int number, int count) {
    int active = Math.min(count, parts.length);
    boolean few = rows() <= FEW_ROWS;
    if (few) {
      if (number < active) {
        fewLogits(
            parts[number].product, share(words, number, active), share(words, number + 1, active));
      }
      team.barrier(count);
    }
    if (number < active) {
      int from = share(rows(), number, active);
      int to = share(rows(), number + 1, active);
      if (!few) {
        logits(parts[number].product, from, to);
      }
      rows(parts[number], from, to);
    }
    if (purpose == Purpose.GRADIENT) {
      team.barrier(count);
      if (number < active) {
        weightGradient(
            parts[number].product, share(words, number, active), share(words, number + 1, active));
      }
    }
  }

  private void logits(Gemm product, int from, int to) {
    product.timesTransposed(
        to - from,
        words,
        features,
        in.matrix(),
        in.position(from),
        weights,
        0,
        0f,
        logits,
        (long) from * words);
  }

  /** Of few rows: the words are dealt out instead. */
  private void fewLogits(Gemm product, int from, int to) {
    product.timesTransposed(
        rows(),
        to - from,
        features,
        in.matrix(),
        in.position(0),
        weights,
        (long) from * features,
        0f,
        logits,
        from);
  }

  private void rows(Part part, int from, int to) {
    for (int r = from; r < to; r++) {
      switch (purpose) {
        case LOGITS -> {}
        case PROBABILITIES -> probabilities(part.row, r);
        case TALLY -> tally(part.row, r);
        case GRADIENT -> gradient(part, r);
      }
    }
    if (purpose == Purpose.GRADIENT) {
      part.product.times(
          to - from,
          features,
          words,
          logits,
          (long) from * words,
          weights,
          0,
          0f,
          below,
          (long) from * features);
    }
  }

  private void weightGradient(Gemm product, int from, int to) {
    product.transposedTimes(
        to - from,
        features,
        rows(),
        logits,
        from,
        in.matrix(),
        in.position(0),
        0f,
        dWeights,
        (long) from * features);
  }

  private void probabilities(LogitRow row, int r) {
    float most = row.read(logits, r, bias);
    row.scale(1f / row.exponentiate(most));
    row.store(logits, r);
  }

  private void tally(LogitRow row, int r) {
    losses[r] = 0;
    correct[r] = false;
    if (labels[r] != TokenIds.IGNORED) {
      loss(row, r);
    }
  }

  private void gradient(Part part, int r) {
    LogitRow row = part.row;
    losses[r] = 0;
    correct[r] = false;
    if (labels[r] == TokenIds.IGNORED) {
      row.clear();
    } else {
      row.scale(scale / loss(row, r), part.dBias);
      row.subtract(labels[r], scale, part.dBias);
    }
    row.store(logits, r);
  }

  /** Leaves exponentials in the row, and returns their sum. */
  private float loss(LogitRow row, int r) {
    float most = row.read(logits, r, bias);
    float logit = row.get(labels[r]);
    float sum = row.exponentiate(most);
    correct[r] = logit >= most;
    losses[r] = most - logit + Math.log(sum);
    return sum;
  }

  private Tally sum() {
    double loss = 0;
    long right = 0;
    long count = 0;
    for (int r = 0; r < rows(); r++) {
      loss += losses[r];
      right += correct[r] ? 1 : 0;
      count += labels[r] == TokenIds.IGNORED ? 0 : 1;
    }
    return new Tally(loss, right, count);
  }
}
