package rhapsode.network.layer;

/** What a softmax says about the next words: logits, probabilities, or their logarithms. */
final class Prediction {
  private final Logits logits;
  private final ThreadTeam.Work compute = this::compute;
  private final ThreadTeam.Work logarithms = this::logarithms;
  private float[][] target = {};
  private ThreadTeam team = ThreadTeam.shared();

  Prediction(Logits logits) {
    this.logits = logits;
  }

  /** Computes logits. What the other methods give is about these. */
  Prediction of(Sequence input, FloatMatrix weights, FloatMatrix bias) {
    logits.prepare(input, weights, bias);
    team = ThreadTeam.shared();
    team.run(compute);
    return this;
  }

  private void compute(int part, int parts) {
    logits.compute(part, parts, team);
  }

  /** Copies the logits, {@code [rows][words]}. */
  void logits(float[][] to) {
    for (int r = 0; r < logits.rows(); r++) {
      logits.read(0, r).copyTo(to[r]);
    }
  }

  /** Writes the logarithms of the probabilities, {@code [rows][words]}. */
  void logProbabilities(float[][] to) {
    target = to;
    team = ThreadTeam.shared();
    team.run(logarithms);
  }

  private void logarithms(int part, int parts) {
    int active = Math.min(parts, logits.mostParts());
    for (int r = part; part < active && r < logits.rows(); r += active) {
      LogitRow row = logits.read(part, r);
      row.copyTo(target[r]);
      float log = row.most() + (float) Math.log(row.exponentiate());
      Elementwise.shift(target[r], -log, target[r].length);
    }
  }

  /** Puts the probabilities in the place of the logits, {@code [rows, words]}. */
  FloatMatrix probabilities() {
    for (int r = 0; r < logits.rows(); r++) {
      LogitRow row = logits.read(0, r);
      row.scale(1f / row.exponentiate());
      row.store(logits.matrix, r);
    }
    return logits.matrix;
  }
}
