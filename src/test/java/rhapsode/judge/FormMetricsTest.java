package rhapsode.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Syllables, stresses and the whole form, on lines made by hand. */
class FormMetricsTest {
  private final Metric syllables = new Syllables(Poems.PROSODY);
  private final Metric stresses = new Stresses(Poems.PROSODY);
  private final Metric validity = new Validity(Poems.PROSODY);

  @Test
  void aLineHasTheAskedSyllablesOrNot() {
    Exhibit haiku =
        Poems.of("haiku", "the moon in the pond", "a frog jumps over the moon now", "no");
    assertEquals(new Tally(1, 3), syllables.of(haiku));
  }

  @Test
  void aSonnetMayHaveElevenAndAQuatrainNoneMore() {
    String ten = "the moon is on the sea and on the land";
    String eleven = "the moon is on the sea and on the water";
    assertEquals(new Tally(2, 14), syllables.of(Poems.of("sonnet", ten, eleven, ten + " so far")));
    String nine = "the moon is on the silver water";
    assertEquals(new Tally(0, 4), syllables.of(Poems.of("quatrain", nine)));
  }

  @Test
  void formsThatDoNotCountAreNoCase() {
    assertEquals(0, syllables.of(Poems.of("free", "one", "two")).cases());
    assertEquals(Tally.NONE, syllables.of(Poems.free("one")));
    assertEquals(0, stresses.of(Poems.of("haiku", "silver moon")).cases());
    assertEquals(Tally.NONE, stresses.of(Poems.free("one")));
    assertEquals(Tally.NONE, validity.of(Poems.free("one")));
  }

  @ParameterizedTest
  @CsvSource({
    "the silver moon is on the sea, 1", // sil- on the second place
    "silver the moon is on the sea, 0", // sil- on the first
    "the moon is silver on the sea, 1",
    "the moon and a silver light, 0",
    "o moon o sea o night o stars, 1", // one syllable bends
    "the day comes tomorrow to all, 0", // -mor- on the fifth
    "and I will see tomorrow come, 1",
  })
  void theStressOfALongWordFallsOnAStrongPlace(String line, int kept) {
    assertEquals(new Tally(kept, 1), stresses.of(Poems.of("quatrain", line)));
  }

  @Test
  void aPoemIsValidOnlyAsAWhole() {
    String[] good = {"the moon in the pond", "a frog jumps over the moon", "a stone in the pond"};
    assertEquals(new Tally(1, 1), validity.of(Poems.of("haiku", good)));
    assertEquals(new Tally(0, 1), validity.of(Poems.of("haiku", good[0], good[1])));
    assertEquals(new Tally(0, 1), validity.of(Poems.of("haiku", good[0], good[1], good[1])));
    assertEquals(
        new Tally(0, 1), validity.of(Poems.of("haiku", good[0], good[1], good[2], "the end")));
  }
}
