package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.KnownVerse;
import rhapsode.yaml.YamlException;

class HouseRulesTest {
  @Test
  void aListThatIsSetIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("words.txt"), "# none\nmoon\n");
    assertTrue(HouseRules.words(Optional.of(file)).standIn("the MOON"));
    assertFalse(HouseRules.words(Optional.empty()).standIn("the MOON"));
    Path missing = folder.resolve("missing.txt");
    YamlException fault =
        assertThrows(YamlException.class, () -> HouseRules.words(Optional.of(missing)));
    assertEquals(
        "The list of refused words %s cannot be read; community.refused-words names it."
            .formatted(missing),
        fault.getMessage());
  }

  @Test
  void theModelKnowsItsTrainingText() {
    KnownVerse known = HouseRules.known(Path.of("models", "second-light"));
    String blake =
        "Tyger! Tyger! burning bright\nIn the forests of the night,\n"
            + "What immortal hand or eye\nCould frame thy fearful symmetry?";
    assertTrue(known.share(blake) > 0.5, "" + known.share(blake));
    assertEquals(0, known.share("I left my umbrella in the server room again this Tuesday"));
    assertEquals(0, known.share("moon"));
  }
}
