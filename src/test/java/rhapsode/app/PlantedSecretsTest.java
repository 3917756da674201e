package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.discord.DiscordSettings;
import rhapsode.telegram.TelegramSettings;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

/** Secrets that are easy to find again, and where they must not turn up. */
class PlantedSecretsTest {
  private static final String PLANTED = "planted-secret_0123456789ABCDEFGHIJ";
  private static final String WEBHOOK =
      "telegram: {webhook: {address: 'https://bot.example.org/hook', secret: %s}}";

  @TempDir Path folder;

  private static void assertHidden(Object told) {
    assertFalse(String.valueOf(told).contains("planted"), String.valueOf(told));
  }

  @Test
  void nothingThatHoldsASecretShowsIt() {
    Settings settings = Settings.of(YamlFile.parse(WEBHOOK.formatted(PLANTED), "s.yml"));
    DiscordSettings discord = settings.discord().with(PLANTED);
    TelegramSettings telegram = settings.telegram().with("12345:" + PLANTED);
    assertEquals(PLANTED, telegram.webhook().orElseThrow().secret());
    List.of(settings, discord, discord.token(), telegram, telegram.token(), telegram.webhook())
        .forEach(PlantedSecretsTest::assertHidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"['" + PLANTED + "']", "'" + PLANTED + " with blanks'", "{a: " + PLANTED + "}"})
  void aWrongSecretIsNotRepeated(String secret) {
    var fault =
        assertThrows(
            YamlException.class,
            () -> Settings.of(YamlFile.parse(WEBHOOK.formatted(secret), "s.yml")));
    assertTrue(fault.getMessage().contains("telegram.webhook.secret"), fault.getMessage());
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      assertHidden(cause);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"" + PLANTED,
        "a: b: " + PLANTED,
        "[" + PLANTED,
        "!!int " + PLANTED,
        "!" + PLANTED + " x",
        "*" + PLANTED,
        "%" + PLANTED,
        "@" + PLANTED
      })
  void aSecretThatIsNoYamlIsNotRepeated(String secret) {
    String settings = "telegram:\n  webhook:\n    secret: " + secret + "\n";
    var fault = assertThrows(YamlException.class, () -> YamlFile.parse(settings, "s.yml"));
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      assertHidden(cause);
    }
  }

  @Test
  void aTokenThatCannotBeOneIsNotRepeated() throws IOException {
    Settings settings = Settings.read(Files.writeString(folder.resolve("s.yml"), ""), Map.of());
    String blanks = PLANTED + " and a blank";
    assertHidden(
        assertThrows(IllegalArgumentException.class, () -> settings.discord().with(blanks)));
    assertHidden(
        assertThrows(IllegalArgumentException.class, () -> settings.telegram().with(blanks)));
  }
}
