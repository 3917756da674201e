package rhapsode.language;

/** The tokens that are no words but structure. Every vocabulary has them. */
public final class Tokens {
  /** Stands for every word that the vocabulary does not hold. */
  public static final String UNKNOWN = "<unk>";

  /** Ends a line of verse. */
  public static final String LINE = "<line>";

  /** Follows the last {@link #LINE} of a stanza that is not the poem's last. */
  public static final String STANZA = "<stanza>";

  /** Follows the last {@link #LINE} of a poem. */
  public static final String POEM = "<poem>";

  private Tokens() {}

  /** Whether a token is structure. */
  public static boolean isStructure(String token) {
    return token.equals(LINE)
        || token.equals(STANZA)
        || token.equals(POEM)
        || token.equals(UNKNOWN);
  }

  /** Whether a token holds a letter or a digit: whether it is spoken. */
  public static boolean isWord(String token) {
    return !isStructure(token) && token.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
