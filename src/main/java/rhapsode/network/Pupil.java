package rhapsode.network;

import java.util.Optional;
import rhapsode.network.layer.Tally;

/**
 * Who takes the steps of a training, and what they do to its network: this process, or several
 * learners together. Confined to the training thread.
 */
interface Pupil extends AutoCloseable {
  /**
   * What was learned at a time.
   *
   * @param steps how many were taken
   */
  record Lesson(Tally tally, int steps) {}

  /**
   * Begins a pass, or goes on with it.
   *
   * @param epoch from 0
   * @param step the next one; 0 empties the carried states
   * @return how many steps the pass has
   */
  int open(int epoch, int step);

  /**
   * Takes a step of the pass, or a few.
   *
   * @param step the next one
   * @param iteration updates so far
   * @throws ArithmeticException if loss or gradient are no numbers
   */
  Lesson learn(int step, int iteration, Pace pace);

  /**
   * How well the network predicts the validation text.
   *
   * @param giveWay called before each piece of work; may block
   */
  Tally judge(Runnable giveWay);

  /** What a checkpoint has to keep beside the network, if anything. */
  Optional<byte[]> memory();

  /** Lets go of what it holds. */
  @Override
  default void close() {
    // This process keeps what it has.
  }
}
