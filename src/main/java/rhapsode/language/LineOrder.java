package rhapsode.language;

/**
 * In which order a model goes through the words of a line. Lines always follow each other from the
 * first to the last, and the structure tokens stay where they are, so either order is the same text
 * and its probability the same product: perplexities can be compared.
 */
public enum LineOrder {
  /** As people read. */
  FORWARD,

  /**
   * From the end of each line to its beginning, so that the word that has to rhyme is chosen first
   * (Ghazvininejad et al. 2016, "Generating Topical Poetry", section 6; Lau et al. 2018,
   * "Deep-speare", section 3.1).
   */
  BACKWARD;

  /**
   * Puts the tokens of whole lines from reading order into this one, or back again.
   *
   * @param ids of a text, as {@link Vocabulary} numbers them; left as it is
   */
  public int[] apply(int[] ids) {
    int[] ordered = ids.clone();
    if (this == FORWARD) {
      return ordered;
    }
    int start = 0;
    for (int at = 0; at <= ids.length; at++) {
      if (at == ids.length || isStructure(ids[at])) {
        for (int i = start; i < at; i++) {
          ordered[i] = ids[at - 1 - (i - start)];
        }
        start = at + 1;
      }
    }
    return ordered;
  }

  private static boolean isStructure(int id) {
    return id == Vocabulary.LINE || id == Vocabulary.STANZA || id == Vocabulary.POEM;
  }
}
