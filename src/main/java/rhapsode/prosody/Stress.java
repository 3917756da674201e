package rhapsode.prosody;

/** How much weight a syllable carries inside its word. */
public enum Stress {
  /** Unstressed: the second syllable of {@code silver}. */
  NONE('0'),
  /** The syllable that carries the word. */
  PRIMARY('1'),
  /** Stressed, but less than another of the same word: the second syllable of {@code moonlight}. */
  SECONDARY('2');

  private final char digit;

  Stress(char digit) {
    this.digit = digit;
  }

  /** The mark of CMU's dictionary: 0, 1 or 2. */
  public char digit() {
    return digit;
  }

  /** Whether a rhyme may begin on the syllable. */
  public boolean stressed() {
    return this != NONE;
  }

  static Stress of(char digit) {
    return switch (digit) {
      case '0' -> NONE;
      case '1' -> PRIMARY;
      case '2' -> SECONDARY;
      default -> throw new IllegalArgumentException("a stress is 0, 1 or 2, not '" + digit + "'");
    };
  }
}
