package rhapsode.language;

import java.util.List;

/**
 * Words and phrases as numbers of 64 bits, so that millions of phrases fit in memory and in a file
 * that holds no verse in clear. Files rely on these numbers: a change of the arithmetic needs a new
 * version of {@link PhraseIndex}. Among ten million phrases, the chance that a foreign one has the
 * number of any of them is below 1e-12. Pure.
 */
public final class PhraseHash {
  /** The phrase without words, to {@link #append} to. */
  public static final long EMPTY = 0;

  private static final long OFFSET = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private PhraseHash() {}

  /**
   * The number of a word, as {@link Words} gives it: FNV-1a over its UTF-16 units, which spreads
   * badly over short words, and a finaliser that mends that.
   */
  public static long word(String word) {
    long hash = OFFSET;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The numbers of words, one each. */
  public static long[] words(List<String> words) {
    return words.stream().mapToLong(PhraseHash::word).toArray();
  }

  /** The numbers of the words of a poem. */
  public static long[] poem(String text) {
    return words(Words.of(text));
  }

  /** The number of a phrase that is one word longer. */
  public static long append(long phrase, long word) {
    return mix(phrase * 31 + STEP + word);
  }

  /**
   * The number of a phrase.
   *
   * @param words numbers of words
   * @param from where it begins
   * @param length how many words it has; all have to be there
   */
  public static long of(long[] words, int from, int length) {
    long phrase = EMPTY;
    for (int i = from; i < from + length; i++) {
      phrase = append(phrase, words[i]);
    }
    return phrase;
  }

  /**
   * Lets every bit depend on every other (Stafford's variant 13 of the MurmurHash3 finaliser, as in
   * Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators", section 2.3).
   */
  static long mix(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
