package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.yaml.YamlException;

class SettingsVariablesTest {
  @TempDir Path folder;

  private Settings read(String yaml, Map<String, String> environment) {
    try {
      return Settings.read(Files.writeString(folder.resolve("s.yml"), yaml), environment);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aVariableGoesBeforeTheFileAndLeavesTheRest() {
    Settings settings =
        read(
            "learning: {epochs: 7, after-poems: 3}",
            Map.of(
                "RHAPSODE_LEARNING_AFTER_POEMS", "50",
                "RHAPSODE_COMMUNITY_TRUST_SKIPS_QUEUE", "true",
                "RHAPSODE_DISCORD_OWNERS", "[123456789012345678]",
                "RHAPSODE_TELEGRAM_WEBHOOK_ADDRESS", "https://bot.example.org/hook",
                "RHAPSODE_TELEGRAM_WEBHOOK_SECRET", "abc"));
    assertEquals(7, settings.learning().tuning().epochs());
    assertEquals(50, settings.learning().times().poems());
    assertTrue(settings.community().trustSkipsQueue());
    assertEquals(Set.of("123456789012345678"), settings.discord().staff().owners());
    assertEquals("abc", settings.telegram().webhook().orElseThrow().secret());
  }

  @Test
  void withoutAFileTheVariablesHoldToo() {
    Settings settings =
        Settings.read(folder.resolve("none.yml"), Map.of("RHAPSODE_MODELS_THREADS", "3"));
    assertEquals(3, settings.models().threads());
  }

  @Test
  void emptyOnesSecretsAndForeignOnesAreNoSettings() {
    assertEquals(
        read("", Map.of()),
        read(
            "",
            Map.of(
                "RHAPSODE_DATA_FOLDER", "",
                "RHAPSODE_DISCORD_TOKEN", "a",
                "RHAPSODE_TELEGRAM_TOKEN", "b",
                "RHAPSODE_DATABASE_PASSWORD", "c",
                "RHAPSODE_DATABASE_KEY", "d",
                "RHAPSODE_LOG_FORMAT", "json",
                "PATH", "/bin")));
  }

  @Test
  void whatIsWrongIsNamedWithItsVariable() {
    assertTrue(fault("RHAPSODE_DATA_FODLER", "x").contains("with RHAPSODE_DATA_FODLER: the key"));
    assertTrue(fault("RHAPSODE_LEARNING_EPOCHS", "many").contains("a whole number from 1 to 100"));
    assertEquals("The variable RHAPSODE_HOME names no setting.", fault("RHAPSODE_HOME", "/x"));
    String secret = fault("RHAPSODE_TELEGRAM_WEBHOOK_SECRET", "[planted-secret");
    assertFalse(secret.contains("planted"), secret);
  }

  private String fault(String name, String value) {
    return assertThrows(YamlException.class, () -> read("", Map.of(name, value))).getMessage();
  }
}
