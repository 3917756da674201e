package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.judge.Pairs.Pair;

class PairsTest {
  private final Pairs pairs = new Pairs(Poems.PROSODY);

  @Test
  void anyTwoLinesOfOneLetterAreAPair() {
    assertEquals(
        List.of(new Pair(0, 1), new Pair(0, 4), new Pair(1, 4), new Pair(2, 3)),
        Pairs.of(Poems.form("limerick")));
    assertEquals(List.of(), Pairs.of(Poems.form("haiku")));
    assertEquals(7, Pairs.of(Poems.form("sonnet")).size());
  }

  @Test
  void onlyPerfectRhymesOfDifferentWordsCount() {
    Exhibit both = Poems.of("quatrain", "the light", "a stone,", "the night", "alone!");
    assertEquals(new Tally(2, 2), pairs.perfect(both));
    assertEquals(new Tally(1, 1), pairs.allPerfect(both));
    Exhibit same = Poems.of("quatrain", "the light", "a stone", "a light", "alone");
    assertEquals(new Tally(1, 2), pairs.perfect(same));
    assertEquals(new Tally(0, 1), pairs.allPerfect(same));
    Exhibit sounds = Poems.of("couplets", "the sea", "I see", "my love", "they move");
    assertEquals(new Tally(0, 2), pairs.perfect(sounds));
  }

  @Test
  void aMissingLineRhymesWithNothing() {
    assertEquals(new Tally(1, 2), pairs.perfect(Poems.of("couplets", "day", "bay", "night")));
    assertEquals(new Tally(0, 2), pairs.perfect(Poems.of("couplets")));
  }

  @Test
  void withoutPairsThereIsNoCase() {
    assertEquals(0, pairs.perfect(Poems.of("haiku", "day", "bay", "say")).cases());
    assertEquals(Tally.NONE, pairs.allPerfect(Poems.free("day\nbay")));
  }

  @Test
  void aPoemOfAnotherSchemeDoesNotFollow() {
    assertTrue(pairs.follows(Poems.of("quatrain", "light", "stone", "night", "fox")));
    assertTrue(pairs.follows(Poems.of("quatrain", "love", "stone", "move", "fox")));
    assertFalse(pairs.follows(Poems.of("quatrain", "light", "night", "stone", "alone")));
  }
}
