package rhapsode.poet;

import java.util.ArrayList;
import java.util.List;
import rhapsode.language.PhraseHash;
import rhapsode.language.Phrases;

/**
 * What others have written: phrases that a poem must not repeat, and phrases that it had better
 * not. Immutable.
 *
 * @param forbidden e.g. all runs of eight words of the training text and of the community's poems
 * @param worn shorter ones, which people too share now and then
 */
public record Heard(List<Phrases> forbidden, List<Phrases> worn) {
  /** Nothing. */
  public static final Heard NOTHING = new Heard(List.of(), List.of());

  public Heard {
    forbidden = List.copyOf(forbidden);
    worn = List.copyOf(worn);
  }

  /** How many words before a line can make a phrase with words of the line. */
  int reach() {
    int longest = 1;
    for (Phrases phrases : forbidden) {
      longest = Math.max(longest, phrases.length());
    }
    for (Phrases phrases : worn) {
      longest = Math.max(longest, phrases.length());
    }
    return longest - 1;
  }

  /** Whether a poem that goes on with a line repeats a phrase that it must not. */
  boolean isForbidden(List<String> before, List<Word> line) {
    long[] words = words(before, line);
    return forbidden.stream().anyMatch(phrases -> phrases.holdsAny(words));
  }

  /** How many phrases that it had better not repeat end in a line. */
  int worn(List<String> before, List<Word> line) {
    long[] words = words(before, line);
    int count = 0;
    for (Phrases phrases : worn) {
      int first = Math.max(0, before.size() - phrases.length() + 1);
      for (int from = first; from + phrases.length() <= words.length; from++) {
        count += phrases.holds(words, from) ? 1 : 0;
      }
    }
    return count;
  }

  private static long[] words(List<String> before, List<Word> line) {
    var words = new ArrayList<>(before);
    line.stream().filter(Word::isSpoken).map(Word::text).forEach(words::add);
    return PhraseHash.words(words);
  }
}
