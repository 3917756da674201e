package rhapsode.poem;

import java.util.List;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Stress;

/**
 * The beat of one line: weak and strong places, one a syllable. Immutable, hence thread-safe.
 *
 * <p>A word keeps it if its primary stress falls on a strong place. That is the strict half of what
 * Halle and Keyser found in English verse ("English Stress", 1971): they forbid a stress in a weak
 * place only between two weaker syllables of the line, and so allow a line to begin with {@code
 * tender}. Asking it of every word of several syllables is simpler, and errs on the side of the
 * beat. A word of one syllable fits anywhere: how heavy it is depends on its neighbours.
 *
 * @param pattern one character a syllable: {@code w} for a weak place, {@code S} for a strong one,
 *     e.g. {@code wSwSwSwS}; 1 to 30 of them
 */
public record Metre(String pattern) {
  public Metre {
    if (!pattern.matches("[wS]{1,30}")) {
      throw new IllegalArgumentException("a metre is 1 to 30 of 'w' and 'S', not: " + pattern);
    }
  }

  /**
   * A foot over and over. Where it does not go into the line a whole number of times, a foot that
   * ends strong is cut in front, as in a headless line, and any other behind, so that a line keeps
   * the ending by which an ear knows its metre.
   *
   * @param foot of {@code w} and {@code S}, e.g. {@code wwS}
   * @param syllables 1 to 30
   */
  public static Metre repeat(String foot, int syllables) {
    if (foot.isEmpty() || syllables < 1) {
      throw new IllegalArgumentException("no metre of " + syllables + " syllables: '" + foot + "'");
    }
    String feet = foot.repeat(syllables / foot.length() + 1);
    return new Metre(
        foot.endsWith("S")
            ? feet.substring(feet.length() - syllables)
            : feet.substring(0, syllables));
  }

  /** How many syllables the line has. */
  public int syllables() {
    return pattern.length();
  }

  /**
   * Whether a syllable has a strong place.
   *
   * @param syllable from 0; what lies beyond the line's end has no place, and is not strong
   */
  public boolean strong(int syllable) {
    return syllable < pattern.length() && pattern.charAt(syllable) == 'S';
  }

  /**
   * Whether a word breaks the beat: it has several syllables, and its primary stress falls on a
   * weak place. What reaches beyond the line's end breaks nothing; the line is too long then.
   *
   * @param from the syllable of the line, from 0, on which the word begins
   */
  public boolean clashes(int from, Pronunciation word) {
    List<Stress> stresses = word.stresses();
    for (int i = 0; stresses.size() > 1 && i < stresses.size(); i++) {
      boolean placed = from + i < pattern.length();
      if (placed && stresses.get(i) == Stress.PRIMARY && !strong(from + i)) {
        return true;
      }
    }
    return false;
  }
}
