package rhapsode.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Word ids in and out of the float arrays in which DL4J carries inputs and labels. */
public final class TokenIds {
  /** The id of a label that does not count: no loss, no gradient. */
  public static final int IGNORED = -1;

  private TokenIds() {}

  /**
   * The ids of a {@code [batch, 1, time]}, {@code [batch, time]} or {@code [batch, 1]} array, step
   * after step.
   *
   * @throws IllegalArgumentException if one is not within {@code 0 .. vocabulary - 1}
   */
  static int[] timeMajor(INDArray ids, int vocabulary) {
    return read(ids, 0, vocabulary);
  }

  /** The same for labels, which may be {@link #IGNORED}. */
  static int[] labels(INDArray ids, int vocabulary) {
    return read(ids, IGNORED, vocabulary);
  }

  private static int[] read(INDArray ids, int least, int vocabulary) {
    INDArray matrix = ids.rank() == 3 ? ids.reshape(ids.size(0), ids.size(2)) : ids;
    float[] values = matrix.transpose().dup('c').data().asFloat();
    int[] words = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = (int) values[i];
      if (words[i] != values[i] || words[i] < least || words[i] >= vocabulary) {
        throw outside(least, vocabulary, values[i]);
      }
    }
    return words;
  }

  /**
   * Checks ids that come as such.
   *
   * @throws IllegalArgumentException if one is not within {@code least .. vocabulary - 1}
   */
  static void check(int[] words, int least, int vocabulary) {
    for (int word : words) {
      if (word < least || word >= vocabulary) {
        throw outside(least, vocabulary, word);
      }
    }
  }

  private static IllegalArgumentException outside(int least, int vocabulary, Number found) {
    return new IllegalArgumentException(
        "word ids are whole numbers from %d to %d, not %s".formatted(least, vocabulary - 1, found));
  }
}
