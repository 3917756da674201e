package rhapsode.poem;

/** A text that is no rhyme scheme; the message is a sentence for whoever typed it. */
final class SchemeException extends IllegalArgumentException {
  private static final int LONGEST_ECHO = 40;

  private final String sentence;

  /**
   * What is wrong with a scheme.
   *
   * @param typed all of it
   * @param why goes on after "is no rhyme scheme: "
   */
  SchemeException(String typed, String why) {
    this(
        "'%s' is no rhyme scheme: %s; write one like ABAB/8 or ABAB CC/10 iambic."
            .formatted(shortened(typed), why));
  }

  private SchemeException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** The message. */
  String sentence() {
    return sentence;
  }

  /** A text, short enough to be said back. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_ECHO
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
  }
}
