package rhapsode.network;

import java.io.Serializable;
import rhapsode.network.NetworkDescription.Recipe;

/**
 * How the learning rate falls with the text that was read, or with the time that is over where that
 * is more. Immutable.
 *
 * @param rate at the start
 * @param epochs passes in all
 * @param time share of the time that is over; 0 where there is no limit
 */
public record Pace(double rate, Schedule schedule, int epochs, double time)
    implements Serializable {
  static Pace of(Recipe recipe, int epochs, double time) {
    return new Pace(recipe.rate(), recipe.schedule(), epochs, time);
  }

  /**
   * The share of the training that is over, 0 to 1.
   *
   * @param step the next one of {@code steps} in the pass {@code epoch}, which counts from 0
   */
  double done(int epoch, int step, int steps) {
    return Math.min(1, Math.max((epoch + (double) step / steps) / epochs, time));
  }

  /** The learning rate of a step. */
  double rate(int epoch, int step, int steps) {
    return rate * schedule.share(done(epoch, step, steps));
  }
}
