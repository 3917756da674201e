package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import rhapsode.poet.Commission;

class ProtocolTest {
  @Test
  void aHundredDifferentSeedTextsThreeTimes() {
    List<Commission> all = new Protocol(Protocol.FULL).commissions(Poems.form("haiku"));
    assertEquals(300, new HashSet<>(all).size());
    assertEquals(100, all.stream().map(Commission::seed).distinct().count());
    assertEquals("moon", all.get(0).seed());
    assertEquals(OptionalLong.of(1), all.get(99).randomSeed());
    assertEquals("moon", all.get(100).seed());
    assertEquals(OptionalLong.of(2), all.get(100).randomSeed());
    assertEquals(OptionalLong.of(3), all.get(299).randomSeed());
  }

  @Test
  void aQuickLookHasTheSameMix() {
    List<Commission> few = new Protocol(10).commissions(Poems.form("haiku"));
    assertEquals(
        List.of("moon", "love", "night", "vesper", "smartphone"),
        few.subList(0, 5).stream().map(Commission::seed).toList());
    assertEquals(few, new Protocol(300).commissions(Poems.form("haiku")).subList(0, 10));
  }

  /** Whether a seed is in the lexicon stands for whether it is known. */
  @Test
  void someSeedsAreUnknownAndSomeHaveSeveralWords() {
    List<String> seeds = SeedTexts.load().all();
    List<String> other =
        java.util.stream.IntStream.range(0, 20).mapToObj(i -> seeds.get(5 * i + 4)).toList();
    assertEquals(12, other.stream().filter(seed -> seed.contains(" ")).count());
    assertTrue(other.stream().anyMatch(seed -> !Poems.PROSODY.knows(seed)));
  }

  @Test
  void thereAreOneToThreeHundredPoems() {
    assertThrows(IllegalArgumentException.class, () -> new Protocol(0));
    assertThrows(IllegalArgumentException.class, () -> new Protocol(301));
  }
}
