package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

/** Settings as somebody in a hurry writes them. */
class SettingsFuzzTest {
  private static final int FILES = Fuzz.count("files", 300);

  private static final List<String> VALUES =
      List.of(
          "\"\\0\"",
          "'a b'",
          "[]",
          "[1, 2]",
          "{}",
          "~",
          "-1",
          "1e999",
          ".nan",
          "99999999999999999999",
          "yes",
          "*x",
          "!!binary aGk=",
          "'0 4 * * *'",
          "'0 0 30 2 *'",
          "https://[::1",
          "ftp://x",
          "http://user@host:99999/",
          "123456789012345678");

  private static String settings(String example, Random random) {
    String text = example.replaceAll("(?m)^(\\s*)# ?(?=[a-z-]+:)", "$1");
    if (random.nextBoolean()) {
      return Mutation.of(text, List.of(example), random);
    }
    String[] lines = text.split("\n");
    int at = random.nextInt(lines.length);
    lines[at] =
        lines[at].replaceFirst(":.*", ": " + Nasty.one(VALUES, random).replace("\\", "\\\\"));
    return String.join("\n", lines);
  }

  @Test
  void settingsAreReadOrRefusedInOneSentence() throws IOException {
    String example = Files.readString(Path.of("config/rhapsode.yml"), StandardCharsets.UTF_8);
    Fuzz.of("settings", random -> settings(example, random), Shrinker.text())
        .run(
            FILES,
            text -> {
              try {
                Settings.of(YamlFile.parse(text, "rhapsode.yml"));
              } catch (YamlException e) {
                assertTrue(e.getMessage().length() < 1000, e.getMessage());
              }
            });
  }
}
