package rhapsode.language;

/** A batch of texts that a {@link LanguageModel} goes on with, word by word. Not thread-safe. */
public interface Continuation {
  /** How many texts there are now. */
  int rows();

  /**
   * Reads the next word of every text.
   *
   * @param words one id a row
   * @return for each row the natural logarithm of the probability of each word to come next, {@code
   *     [rows][vocabulary]}; valid until the next call
   */
  float[][] read(int[] words);

  /**
   * Goes on with copies of some rows, in the given order: row i continues what row {@code from[i]}
   * was. Rows that are not named are dropped.
   */
  void keep(int[] from);

  /** Another batch, whose rows all go on from one row of this one; this one is left as it is. */
  Continuation copies(int row, int count);
}
