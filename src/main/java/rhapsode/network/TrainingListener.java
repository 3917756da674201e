package rhapsode.network;

import java.time.Duration;
import rhapsode.language.Score;

/** Is told how a training goes on, on the training thread. */
public interface TrainingListener {
  /**
   * How far it is.
   *
   * @param epoch from 1
   * @param epochs at most
   * @param fraction of the whole training done, 0 to 1
   * @param wordsPerSecond since the training started or was resumed
   * @param train over the epoch so far
   * @param left estimate
   */
  record Moment(
      int epoch, int epochs, double fraction, double wordsPerSecond, Score train, Duration left) {}

  /**
   * Before a step, and before each batch of text that judges. May block, so that more urgent work
   * has the machine to itself: the time it takes does not count as the training's.
   */
  default void giveWay() {}

  /** After a step; called often, so do little. */
  void step(Moment moment);

  /** After a pass, or a part of one, was judged. */
  void epoch(int number, Epoch epoch);
}
