package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.prosody.Pronunciation;

class MetreTest {
  private static final Metre IAMBIC = Metre.repeat("wS", 8);
  private static final Pronunciation SILVER = Pronunciation.parse("S IH1 L V ER");
  private static final Pronunciation AWAY = Pronunciation.parse("AH W EY1");
  private static final Pronunciation NIGHT = Pronunciation.parse("N AY1 T");

  @ParameterizedTest
  @CsvSource({
    "wS, 8, wSwSwSwS",
    "wS, 7, SwSwSwS",
    "Sw, 7, SwSwSwS",
    "wwS, 9, wwSwwSwwS",
    "wwS, 8, wSwwSwwS",
    "wwS, 5, wSwwS",
    "Sww, 7, SwwSwwS",
    "wSw, 8, wSwwSwwS",
    "wS, 1, S",
    "Sw, 30, SwSwSwSwSwSwSwSwSwSwSwSwSwSwSw"
  })
  void feetFillALineOfAnyLength(String foot, int syllables, String pattern) {
    Metre metre = Metre.repeat(foot, syllables);
    assertEquals(pattern, metre.pattern());
    assertEquals(syllables, metre.syllables());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ws", "w S", "wSx", "wSwSwSwSwSwSwSwSwSwSwSwSwSwSwSw"})
  void whatIsNoPatternIsRefused(String pattern) {
    assertThrows(IllegalArgumentException.class, () -> new Metre(pattern));
  }

  @Test
  void noMetreHasNoSyllables() {
    assertThrows(IllegalArgumentException.class, () -> Metre.repeat("wS", 0));
    assertThrows(IllegalArgumentException.class, () -> Metre.repeat("", 8));
    assertThrows(IllegalArgumentException.class, () -> Metre.repeat("wS", 31));
  }

  @Test
  void aWordKeepsTheBeatWhereItsPrimaryStressIsOnAStrongPlace() {
    assertTrue(IAMBIC.clashes(0, SILVER));
    assertFalse(IAMBIC.clashes(1, SILVER));
    assertFalse(IAMBIC.clashes(0, AWAY));
    assertTrue(IAMBIC.clashes(1, AWAY));
  }

  @Test
  void aWordOfOneSyllableFitsAnywhereAndSoDoesASecondaryStress() {
    for (int place = 0; place < 10; place++) {
      assertFalse(IAMBIC.clashes(place, NIGHT));
      assertFalse(IAMBIC.clashes(place, Pronunciation.SILENT));
    }
    Metre beat = new Metre("Sw");
    assertFalse(beat.clashes(0, Pronunciation.parse("M UW1 N L AY2 T")));
  }

  @Test
  void whatReachesBeyondTheEndDoesNotClash() {
    assertFalse(IAMBIC.clashes(7, SILVER));
    assertFalse(IAMBIC.clashes(7, AWAY));
    assertFalse(IAMBIC.clashes(8, SILVER));
    assertFalse(IAMBIC.strong(8));
    assertTrue(IAMBIC.strong(7));
  }

  @Test
  void feetAreKnownByTheNameOfTheirMetre() {
    assertEquals(Optional.of(Foot.IAMBIC), Foot.named("Iambic"));
    assertTrue(Foot.named("iamb").isEmpty());
    assertEquals("[iambic, trochaic, anapestic, dactylic, amphibrachic]", Foot.names().toString());
    assertEquals("SwSwSwSw", Foot.TROCHAIC.over(8).pattern());
  }
}
