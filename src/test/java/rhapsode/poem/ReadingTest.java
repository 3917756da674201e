package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.prosody.Prosody;

class ReadingTest {
  private static final Prosody PROSODY = Prosody.load();
  private static final Metre PENTAMETER = Foot.IAMBIC.over(10);

  private static Reading read(String line) {
    return Reading.of(new Line(line), PROSODY);
  }

  /** Scanned by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shall I compare thee to a summer's day? | ''",
        "And summer's lease hath all too short a date | ''",
        "Rough winds do shake the darling buds of May, | ''",
        "The careful computer is singing | computer",
        "Tender is the night and dark the water | tender water",
        "Beneath the silver moon the river goes | ''",
        "A garden under snow, a window lit | ''",
        "Under a garden, silver as the moon | under"
      })
  void wordsThatBreakTheBeatAreFound(String line, String clashing) {
    assertEquals(clashing, String.join(" ", read(line).clashing(PENTAMETER)));
  }

  @Test
  void aLimerickSkips() {
    var skipping = new Metre("wSwwSwwS");
    assertEquals("[]", read("A wonderful bird by the sea").clashing(skipping).toString());
    assertEquals(
        "[silver, yellow, canoe]",
        read("The silver and yellow canoe").clashing(new Metre("wwSwwSwwS")).toString());
  }

  @Test
  void aLineThatKeepsTheMetreScansLikeIt() {
    assertEquals(
        PENTAMETER.pattern(), read("Shall I compare thee to a summer's day?").scansion(PENTAMETER));
    assertEquals("wSwwSwwS", read("The careful computer is mine").scansion(new Metre("wSwwSwwS")));
  }

  @Test
  void aWordThatClashesAndWhatIsTooMuchKeepTheirOwnStresses() {
    assertEquals("wSwwSwwS", read("The careful computer is mine").scansion(Foot.IAMBIC.over(8)));
    assertEquals("wSwSw", read("The moon, the river").scansion(Foot.IAMBIC.over(4)));
    assertEquals("wS", read("The moon").scansion(PENTAMETER));
  }

  @Test
  void stressesAreTheWordsOwn() {
    assertEquals("0 10 12", read("The silver, moonlight").stresses());
    assertEquals("", read("🌙!").stresses());
  }

  @Test
  void aLineKnowsItsEndsAndItsLength() {
    Reading line = read("’Tis winter, and heav’n is wide!”");
    assertEquals(OptionalInt.of('t'), line.initial());
    assertEquals("wide", line.endWord());
    assertEquals(7, line.syllables());
    Reading silent = read("🌙 —");
    assertEquals(OptionalInt.empty(), silent.initial());
    assertEquals("", silent.endWord());
    assertEquals(0, silent.syllables());
    assertEquals(OptionalInt.of('e'), read("Étude").initial());
  }
}
