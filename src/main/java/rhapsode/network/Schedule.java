package rhapsode.network;

/** How the learning rate falls in the course of a training. */
public enum Schedule {
  /** Not at all. */
  CONSTANT {
    @Override
    double share(double done) {
      return 1;
    }
  },

  /** Along half a cosine to a hundredth (Loshchilov, Hutter 2017, "SGDR", section 3). */
  COSINE {
    @Override
    double share(double done) {
      return LAST + (1 - LAST) * (1 + Math.cos(Math.PI * done)) / 2;
    }
  },

  /**
   * It stays, and falls in a straight line to a hundredth in the last quarter (Hägele et al. 2024,
   * "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations", section 3): a
   * training can be made longer while it stays.
   */
  COOLDOWN {
    @Override
    double share(double done) {
      return Math.min(1, LAST + (1 - LAST) * (1 - done) / COOLING);
    }
  };

  private static final double LAST = 0.01;
  private static final double COOLING = 0.25;

  /**
   * The learning rate as a share of the one at the start.
   *
   * @param done how much of the training is over, 0 to 1
   */
  abstract double share(double done);
}
