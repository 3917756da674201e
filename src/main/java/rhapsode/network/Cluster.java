package rhapsode.network;

import java.util.List;
import rhapsode.language.Corpus;
import rhapsode.language.LineOrder;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.layer.Tally;

/**
 * Machines that train a network together. Confined to the training thread.
 *
 * <p>Every failure of it is a {@link ModelException}.
 */
public interface Cluster extends AutoCloseable {
  /** Brings a text to the machines. */
  Learners learners(Assignment assignment, List<Share> text);

  /**
   * A text that the machines read themselves, each a part of it, and that this process never holds.
   *
   * @param address as the cluster names files: {@code hdfs://host/verse.txt}
   * @param order of the network
   * @throws ModelException if it cannot be read
   */
  FarText text(String address, TextFormat format, LineOrder order, Sharing sharing);

  /** Leaves the machines. */
  @Override
  void close();

  /** A text on the machines. Counting and reading it may take long. */
  interface FarText extends Team.Text {
    /** Its {@link Corpus#hash}. */
    String hash();

    /** The poems that {@link Corpus#isHeldOut}, which come to this process. */
    Corpus heldOut(double share);

    /** The text without them. */
    FarText withoutHeldOut(double share);

    /** Its most frequent words, as {@link Vocabulary#of(java.util.Map, int, int)}. */
    Vocabulary vocabulary(int size, int leastCount);
  }

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
