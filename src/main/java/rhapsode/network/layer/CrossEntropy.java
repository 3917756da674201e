package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import java.util.Arrays;

/**
 * Categorical cross-entropy after a softmax: loss, accuracy and gradient row by row in the memory
 * of the logits, rows dealt out to the threads of the team. What a pass returned is valid until the
 * next one.
 */
final class CrossEntropy {
  private final Logits logits;
  private final FloatMatrix below;
  private final double[] losses;
  private final boolean[] correct;

  /** {@code [parts][words]} in blocks: each thread's part of the gradient of the bias. */
  private final float[][][] dBias;

  private final ThreadTeam.Work judging = this::judge;
  private final ThreadTeam.Work learning = this::learn;
  private Sequence belowView;
  private FloatMatrix dWeights;
  private int[] labels = {};
  private float scale;
  private ThreadTeam team = ThreadTeam.shared();

  CrossEntropy(Logits logits) {
    this.logits = logits;
    int most = logits.matrix.rows;
    below = FloatMatrix.zeros(most, logits.features());
    losses = new double[most];
    correct = new boolean[most];
    dBias = new float[logits.mostParts()][][];
    Arrays.setAll(dBias, i -> LogitRow.blocks(logits.words()));
    belowView = Sequence.over(below, most, 1, 2);
    dWeights = below;
  }

  /** Loss and accuracy of labels. */
  Tally tally(Sequence in, int[] ids, FloatMatrix weights, FloatMatrix bias) {
    losses(in, ids, weights, bias);
    return sum();
  }

  /** The loss of each row; 0 where the label is ignored. */
  double[] losses(Sequence in, int[] ids, FloatMatrix weights, FloatMatrix bias) {
    run(judging, in, ids, weights, bias);
    return losses;
  }

  /**
   * Writes the gradients of the mean loss with respect to weights, bias and input.
   *
   * @param gradient {@code [words, features]}
   * @param biasGradient {@code [1, words]}
   */
  Tally gradient(
      Sequence in,
      int[] ids,
      FloatMatrix weights,
      FloatMatrix bias,
      FloatMatrix gradient,
      FloatMatrix biasGradient) {
    dWeights = gradient;
    scale = 1f / Math.max(1, counting(ids));
    for (float[][] part : dBias) {
      for (float[] block : part) {
        Arrays.fill(block, 0f);
      }
    }
    run(learning, in, ids, weights, bias);
    for (int i = 1; i < dBias.length; i++) {
      for (int k = 0; k < dBias[i].length; k++) {
        Elementwise.add(dBias[0][k], dBias[i][k], dBias[i][k].length);
      }
    }
    LogitRow.store(biasGradient, 0, dBias[0]);
    return sum();
  }

  private static int counting(int[] ids) {
    int count = 0;
    for (int id : ids) {
      count += id == TokenIds.IGNORED ? 0 : 1;
    }
    return count;
  }

  /** The gradient with respect to the input that {@link #gradient} found. */
  Sequence below(Sequence shape) {
    if (!belowView.isShapedLike(shape)) {
      belowView = Sequence.over(below, shape.batch(), shape.time(), shape.rank());
    }
    return belowView;
  }

  private void run(
      ThreadTeam.Work work, Sequence in, int[] ids, FloatMatrix weights, FloatMatrix bias) {
    labels = ids;
    logits.prepare(in, weights, bias);
    team = ThreadTeam.shared();
    team.run(work);
  }

  private void judge(int part, int parts) {
    logits.compute(part, parts, team);
    int active = Math.min(parts, dBias.length);
    if (part < active) {
      int to = share(logits.rows(), part + 1, active);
      for (int r = share(logits.rows(), part, active); r < to; r++) {
        clear(r);
        if (labels[r] != TokenIds.IGNORED) {
          loss(logits.read(part, r), r);
        }
      }
    }
  }

  private void learn(int part, int parts) {
    logits.compute(part, parts, team);
    int active = Math.min(parts, dBias.length);
    if (part < active) {
      int from = share(logits.rows(), part, active);
      int to = share(logits.rows(), part + 1, active);
      for (int r = from; r < to; r++) {
        gradient(part, r);
      }
      inputGradient(logits.product(part), from, to);
    }
    team.barrier(parts);
    if (part < active) {
      weightGradient(
          logits.product(part),
          share(logits.words(), part, active),
          share(logits.words(), part + 1, active));
    }
  }

  private void gradient(int part, int r) {
    clear(r);
    if (labels[r] == TokenIds.IGNORED) {
      logits.row(part).clear();
    } else {
      LogitRow row = logits.read(part, r);
      row.scale(scale / loss(row, r), dBias[part]);
      row.subtract(labels[r], scale, dBias[part]);
    }
    logits.row(part).store(logits.matrix, r);
  }

  private void clear(int r) {
    losses[r] = 0;
    correct[r] = false;
  }

  /** Leaves exponentials in the row, and returns their sum. */
  private float loss(LogitRow row, int r) {
    float logit = row.get(labels[r]);
    float sum = row.exponentiate();
    correct[r] = logit >= row.most();
    losses[r] = row.most() - logit + Math.log(sum);
    return sum;
  }

  private void inputGradient(Gemm product, int from, int to) {
    int words = logits.words();
    int features = logits.features();
    product.times(
        to - from,
        features,
        words,
        logits.matrix,
        (long) from * words,
        logits.weights(),
        0,
        0f,
        below,
        (long) from * features);
  }

  private void weightGradient(Gemm product, int from, int to) {
    int features = logits.features();
    product.transposedTimes(
        to - from,
        features,
        logits.rows(),
        logits.matrix,
        from,
        logits.in().matrix(),
        logits.in().position(0),
        0f,
        dWeights,
        (long) from * features);
  }

  private Tally sum() {
    double loss = 0;
    long right = 0;
    for (int r = 0; r < logits.rows(); r++) {
      loss += losses[r];
      right += correct[r] ? 1 : 0;
    }
    return new Tally(loss, right, counting(labels));
  }
}
