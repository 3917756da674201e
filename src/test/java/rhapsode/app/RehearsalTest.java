package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.language.Corpus;

class RehearsalTest {
  /** Ten poems of ten tokens each. */
  private static final List<List<String>> POEMS =
      IntStream.range(0, 10).mapToObj(i -> Collections.nCopies(10, "word" + i)).toList();

  private static Rehearsal deal(int passes, int words, int judging) {
    return Rehearsal.of(POEMS, new Rehearsal.Amount(passes, words, judging));
  }

  @Test
  void everyPassHasTextOfItsOwnAndNoneOfItJudges() {
    Rehearsal rehearsal = deal(3, 25, 15);
    assertEquals(POEMS.subList(0, 2), rehearsal.judge().poems());
    assertEquals(
        List.of(POEMS.subList(2, 5), POEMS.subList(5, 8), POEMS.subList(8, 10)),
        rehearsal.lessons().stream().map(Corpus::poems).toList());
  }

  @Test
  void whereThereIsTooLittleTextThereAreFewerParts() {
    Rehearsal rehearsal = deal(5, 40, 10);
    assertEquals(3, rehearsal.lessons().size());
    assertEquals(10, rehearsal.lessons().get(2).size());
  }

  @Test
  void nothingIsRehearsedIfNothingIsWanted() {
    assertTrue(deal(3, 0, 20).lessons().isEmpty());
    assertEquals(20, deal(3, 0, 20).judge().size());
  }
}
