package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedWordsTest {
  private final RefusedWords words =
      RefusedWords.of(List.of("# a remark", "", "cunt", "Ass  # short", "grilled cheese", "#"));

  @ParameterizedTest
  @CsvSource({
    "a cunt here, cunt",
    "CUNT!, cunt",
    "c\u00FC\u0301nt, cunt",
    "cuuuuunnnt, cunt",
    "ｃｕｎｔ, cunt",
    "сunt, cunt",
    "@$$, ass",
    "4s5, ass",
    "asssss, ass",
    "the (ass), ass",
    "gr1ll3d - ch33s3, grilled cheese"
  })
  void findsAWordInAnyDisguise(String text, String word) {
    assertEquals(Optional.of(word), words.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Scunthorpe",
        "as the sun",
        "class and grass",
        "assassin",
        "a55assin",
        "grilled the cheese",
        "cheese grilled",
        "$ 5 @ 4",
        ""
      })
  void leavesOtherWordsAlone(String text) {
    assertEquals(Optional.empty(), words.in(text));
  }

  /** The 1 may be read as an i or as an l, and has to be read as both here. */
  @Test
  void aSignThatMayStandForTwoNeighboursIsReadBothWays() {
    RefusedWords kill = RefusedWords.of(List.of("kill", "a4"));
    for (String text : List.of("ki11", "k111", "k1111", "kiiilll", "kil1")) {
      assertEquals(Optional.of("kill"), kill.in("to " + text + " it"), text);
    }
    assertEquals(Optional.of("a4"), kill.in("a4"));
    assertEquals(Optional.empty(), kill.in("k11 kil killl0"));
  }

  @Test
  void knowsItsPhrases() {
    assertEquals(Optional.of("grilled cheese"), words.in("Grilled\ncheese,"));
    assertEquals(List.of("grilled cheese"), words.phrases());
    assertFalse(RefusedWords.NONE.standIn("cunt"));
  }

  @Test
  void aWordOfOneLetterAHundredThousandTimesOverTakesNoTime() {
    assertEquals(Optional.empty(), words.in("a".repeat(100_000) + " " + "s".repeat(100_000)));
  }

  @Test
  void theListThatComesWithTheProgramIsOne() throws IOException {
    Path file = Path.of("config", "moderation", "refused-words.txt");
    RefusedWords shipped = RefusedWords.of(Files.readAllLines(file));
    assertEquals(Optional.of("shit"), shipped.in("Oh sh1t."));
    assertFalse(shipped.standIn("A cock crew in Scunthorpe, and an ass brayed; what the hell."));
  }

  @Test
  void aWordBeyondTheFirst65536LettersIsFound() { // Found by fuzzing: half by half it never was.
    String gothic = "\uD800\uDF30\uD800\uDF31";
    assertEquals(Optional.of(gothic), RefusedWords.of(List.of(gothic)).in("so " + gothic + " is"));
  }
}
