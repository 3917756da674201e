package rhapsode.poem;

import rhapsode.wording.Phrase;

/** A text that is no rhyme scheme; the message is a sentence for whoever typed it. */
final class SchemeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_ECHO = 40;

  private final transient Phrase sentence;

  /**
   * What is wrong with a scheme.
   *
   * @param typed all of it
   * @param why goes on after "is no rhyme scheme: "
   */
  SchemeException(String typed, Phrase why) {
    this(Phrase.of("scheme.wrong", shortened(typed), why));
  }

  private SchemeException(Phrase sentence) {
    super(sentence.english());
    this.sentence = sentence;
  }

  /** The message, in any language. */
  Phrase sentence() {
    return sentence;
  }

  /** A text, short enough to be said back. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_ECHO
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
  }
}
