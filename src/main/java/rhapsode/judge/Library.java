package rhapsode.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseSet;

/**
 * What a poem may have taken from: what some texts say. What was taken is counted on words alone,
 * which run on across the ends of lines, in lower case and without punctuation. What is odd is
 * counted on turns inside a line, in which marks and the line's ends count too: so counted, human
 * verse has the figures of the protocol. Immutable; takes some 40 bytes a word of the texts, and
 * twice that while it is made.
 */
public final class Library {
  private final Map<Integer, PhraseSet> phrases;
  private final Map<Integer, PhraseSet> turns;

  private Library(Map<Integer, PhraseSet> phrases, Map<Integer, PhraseSet> turns) {
    this.phrases = phrases;
    this.turns = turns;
  }

  /** Reads poems. */
  public static Library of(List<String> poems) {
    return new Library(
        sets(Stream.of(5, 6, 8), poems.stream().map(PhraseHash::poem).toList()),
        sets(Stream.of(2, 3), poems.stream().flatMap(Turns::ofPoem).toList()));
  }

  private static Map<Integer, PhraseSet> sets(Stream<Integer> lengths, List<long[]> texts) {
    return lengths.collect(
        Collectors.toMap(Function.identity(), length -> PhraseSet.of(length, texts)));
  }

  private static PhraseSet read(Map<Integer, PhraseSet> sets, int length) {
    PhraseSet found = sets.get(length);
    if (found == null) {
      throw new IllegalArgumentException("runs of " + length + " words were not read");
    }
    return found;
  }

  /** Of a poem's runs of 5, 6 or 8 words, how many stand in the texts. */
  Metric known(int length) {
    PhraseSet read = read(phrases, length);
    return poem -> {
      long[] own = poem.phrases(length);
      return new Tally(Arrays.stream(own).filter(read::holds).count(), own.length);
    };
  }

  /** Whether a poem has a run of so many words of the texts. */
  Metric borrows(int length) {
    Metric known = known(length);
    return poem -> poem.lines().isEmpty() ? Tally.NONE : Tally.of(known.of(poem).hits() > 0);
  }

  /** Of a poem's turns of 2 or 3 tokens, how many never stood in the texts. */
  Metric unseen(int length) {
    PhraseSet read = read(turns, length);
    return poem -> {
      long[] own = Turns.of(poem.lines(), length);
      return new Tally(Arrays.stream(own).filter(turn -> !read.holds(turn)).count(), own.length);
    };
  }
}
