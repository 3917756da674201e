package rhapsode.network.layer;

import java.io.Serializable;

/**
 * What a pass over labels came to.
 *
 * @param loss sum of the negative logarithms of the labels' probabilities, in nats
 * @param correct labels that no other word surpasses
 * @param labels how many labels counted
 */
public record Tally(double loss, long correct, long labels) implements Serializable {
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
