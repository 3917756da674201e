package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryStressTest {
  @ParameterizedTest
  @CsvSource({
    "moonlight, M UW1 N L AY1 T, 12",
    "celebrate, S EH1 L AH B R EY1 T, 102",
    "celebrated, S EH1 L AH B R EY1 T AH D, 1020",
    "differentiate, D IH1 F ER EH1 N SH IY EY1 T, 20102",
    "constellation, K AA1 N S T AH L EY1 SH AH N, 2010",
    "propaganda, P R AA1 P AH G AE1 N D AH, 2010",
    "category, K AE1 T AH G AO1 R IY, 1020",
    "grandmother, G R AE1 N D M AH1 DH ER, 120",
    "engineer, EH1 N JH AH N IH1 R, 201",
    "reindeer, R EY1 N D IH1 R, 12",
    "honeymoon, HH AH1 N IY M UW1 N, 102",
    "understand, AH1 N D ER S T AE1 N D, 201",
    "undertone, AH1 N D ER T OW1 N, 102",
    "universe, Y UW1 N AH V ER1 S, 102",
    "reborn, R IY1 B AO1 R N, 21",
    "recompense, R EH1 K AH M P EH1 N S, 102",
    "whatever, W AH1 T EH1 V ER, 210",
    "tomorrow, T AH M AA1 R OW1, 010",
    "rainbow, R EY1 N B OW1, 12",
    "into, IH N T UW, 10",
    "the, DH AH, 0"
  })
  void oneStressOfSeveralIsPrimary(String word, String sounds, String stresses) {
    Pronunciation chosen = PrimaryStress.choose(word, Pronunciation.parse(sounds));
    assertEquals(stresses, chosen.stressPattern());
    assertEquals(Pronunciation.parse(sounds).phonemes(), chosen.phonemes());
  }
}
