package rhapsode.network;

/**
 * How a training is shared out.
 *
 * @param shares learners, each with a share of the text and of the lanes; 2 to 1024
 * @param steps that each takes on its own between two averagings; 1 to 100000
 */
public record Sharing(int shares, int steps) {
  public Sharing {
    if (shares < 2 || shares > 1024 || steps < 1 || steps > 100_000) {
      throw new IllegalArgumentException("no such sharing: " + shares + ", " + steps);
    }
  }

  /** The lanes or windows that one learner reads at a time when all together read a batch. */
  int lanes(int batch) {
    return Math.max(1, Math.round((float) batch / shares));
  }
}
