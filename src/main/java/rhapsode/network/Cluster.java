package rhapsode.network;

import java.util.List;
import rhapsode.network.layer.Tally;

/**
 * Machines that train a network together. Confined to the training thread.
 *
 * <p>Every failure of it is a {@link ModelException}.
 */
public interface Cluster extends AutoCloseable {
  /** Brings a text to the machines. */
  Learners learners(Assignment assignment, List<Share> text);

  /** Leaves the machines. */
  @Override
  void close();

  /** The learners of a training, one a share. */
  interface Learners extends AutoCloseable {
    /** How many steps a pass has over the longest of the shares. */
    int steps();

    /**
     * Lets all learn for a round, and averages what they came to.
     *
     * @return what they read, in the order of the shares, and the {@link Values#mean}
     */
    Result learn(Round round);

    /** Lets all judge by the validation text, each by a part of it. */
    Tally judge(Values weights);

    /** Forgets the text. */
    @Override
    void close();
  }

  /**
   * What a round came to.
   *
   * @param contributions of all shares, in their order, without values
   * @param values the mean of them
   */
  record Result(List<Contribution> contributions, Values values) {}
}
