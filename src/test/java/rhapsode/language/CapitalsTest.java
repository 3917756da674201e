package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapitalsTest {
  @TempDir Path folder;

  private static Set<String> learned(String line, int times) {
    return Capitals.learn(List.of((line + "\n").repeat(times))).words();
  }

  @Test
  void aWordThatHasACapitalInsideALineIsTaken() {
    assertEquals(Set.of("england"), learned("In England, when the june of June", 10));
    assertEquals(Set.of("god"), learned("For God we wait", 5));
    assertEquals(Set.of(), learned("For God we wait", 4));
  }

  @Test
  void aCapitalThatASentenceGivesSaysNothing() {
    assertEquals(Set.of(), learned("We came. Then went! Who knows? We do -- Or not: Yes", 9));
    assertEquals(Set.of(), learned("(Then we) \"Go now\"", 9));
    assertEquals(Set.of("mary"), learned("'Tis said by Mary, and I'm glad, and I", 9));
  }

  @Test
  void theShareLeavesAllegoriesOut() {
    String verse =
        "for Death is here\n".repeat(6) + "and death is there\n".repeat(4) + "o Mary\n".repeat(5);
    assertEquals(Set.of("mary"), Capitals.learn(List.of(verse)).words());
  }

  @Test
  void aWordAllInCapitalsIsShouted() {
    assertEquals(Set.of(), learned("we said NEVER again", 9));
    assertEquals(Set.of("o"), learned("and hear, O sea", 9));
  }

  @Test
  void aPossessiveGoesWithItsWord() {
    var capitals = new Capitals(Set.of("god"));
    assertTrue(capitals.has("god") && capitals.has("god's"));
    assertFalse(capitals.has("gods") || capitals.has("good's"));
  }

  @Test
  void theDetokenizerWritesThem() {
    var capitals = new Capitals(Set.of("england", "june"));
    assertEquals(
        "Of England's June,", Detokenizer.line(Tokenizer.line("of england's june,"), capitals));
    assertEquals(
        "In June\nI am in England",
        Detokenizer.poem(Tokenizer.poem("in june\ni am in england"), capitals));
    assertEquals("Of england", Detokenizer.line(List.of("of", "england")));
  }

  @Test
  void aFileHoldsTheSame() throws IOException {
    Path file = folder.resolve("capitals");
    var capitals = new Capitals(Set.of("june", "god", "o'brien"));
    capitals.write(file);
    assertEquals("god\njune\no'brien\n", Files.readString(file));
    assertEquals(capitals, Capitals.read(file));
    Capitals.NONE.write(file);
    assertEquals(Capitals.NONE, Capitals.read(file));
    for (String foreign : List.of("God\n", "two words\n", "\n")) {
      Files.writeString(file, foreign);
      assertThrows(IllegalArgumentException.class, () -> Capitals.read(file), foreign);
    }
  }
}
