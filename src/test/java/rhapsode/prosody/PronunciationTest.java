package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PronunciationTest {
  @ParameterizedTest
  @CsvSource({
    "M UW1 N L AY2 T, AY T, L",
    "R IY0 S T R EY1 N, EY N, S T R",
    "S IH1 NG IH0 NG, IH NG AH NG, S",
    "AE1 K T, AE K T, ''",
    "DH AH0, AH, DH",
    "K EY1 K W AO2 K, AO K, K W",
    "S IH1 NG AO2 R, AO R, ''"
  })
  void rhymesFromTheLastStressedVowelOn(String arpabet, String part, String onset) {
    Pronunciation word = Pronunciation.parse(arpabet);
    assertEquals(part, word.rhymingPart());
    assertEquals(onset, word.onset());
    assertEquals(arpabet, word.toString());
  }

  @Test
  void wordsRunTogether() {
    Pronunciation both = Pronunciation.parse("M UW1 N").then(Pronunciation.parse("L IH2 T"));
    assertEquals("M UW1 N L IH2 T", both.toString());
    assertEquals(2, both.syllables());
    assertEquals("12", both.stressPattern());
    assertTrue(Pronunciation.SILENT.then(Pronunciation.SILENT).silent());
  }

  @Test
  void whatHasNoVowelHasNoRhyme() {
    Pronunciation clitic = Pronunciation.parse("D");
    assertEquals(0, clitic.syllables());
    assertEquals("", clitic.rhymingPart());
    assertEquals("", clitic.onset());
  }

  @Test
  void soundsAndStressesHaveToFit() {
    assertThrows(IllegalArgumentException.class, () -> Pronunciation.parse("Q UX1"));
    assertThrows(IllegalArgumentException.class, () -> Pronunciation.parse("AH7"));
    assertThrows(
        IllegalArgumentException.class, () -> new Pronunciation(List.of(Phoneme.AH), List.of()));
  }
}
