package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseCollectorTest {
  private static long[] poem(int number) {
    return IntStream.range(0, 12).mapToLong(i -> PhraseHash.mix(100L * number + i)).toArray();
  }

  /** Each poem has five phrases. */
  private static List<Phrases> collected(int poems, int exact) {
    var collector = new PhraseCollector(8, exact);
    IntStream.range(0, poems).forEach(number -> collector.add(poem(number)));
    return collector.phrases();
  }

  private static boolean known(List<Phrases> phrases, int number) {
    return phrases.stream().anyMatch(some -> some.holdsAny(poem(number)));
  }

  @Test
  void fewAreKeptExactly() {
    List<Phrases> phrases = collected(199, 1000);
    assertEquals(1, phrases.size());
    assertEquals(5 * 199, assertInstanceOf(PhraseSet.class, phrases.get(0)).size());
  }

  @Test
  void ofManyNoneIsForgottenAndHardlyAnyTakenForKnown() {
    List<Phrases> phrases = collected(1100, 1000);
    assertEquals(6, phrases.size());
    for (int i = 0; i < 1100; i++) {
      for (int from = 0; from < 5; from++) {
        long phrase = PhraseHash.of(poem(i), from, 8);
        assertTrue(phrases.stream().anyMatch(some -> some.holds(phrase)));
      }
    }
    long wrong = IntStream.range(2000, 12_000).filter(i -> known(phrases, i)).count();
    // 50,000 foreign phrases, of which five filters take 17 for their own on average.
    assertTrue(wrong < 60, "" + wrong);
  }
}
