package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.chat.Noticeboard;
import rhapsode.chat.Router;
import rhapsode.testing.SettableClock;
import rhapsode.testing.discord.FakeDiscord;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

class PlatformsTest {
  @TempDir Path folder;

  private static Settings settings(String yaml) {
    return Settings.of(YamlFile.parse(yaml, "s.yml"));
  }

  private static Platforms start(String yaml, Map<String, String> environment) {
    return Platforms.start(
        settings(yaml),
        environment,
        new Router(List.of()),
        new Noticeboard(),
        new SettableClock(),
        Optional.empty());
  }

  @Test
  void withoutTokensThereIsNone() {
    try (var platforms = start("", Map.of())) {
      assertFalse(platforms.any());
      assertEquals(List.of(), platforms.health());
      assertEquals(Map.of(), platforms.connected());
    }
  }

  @Test
  void whatIsNoTokenIsLeftOutAndTheOtherPlatformGoesOn() {
    try (var discord = new FakeDiscord();
        var platforms =
            start(
                "discord: {api-url: '%s', gateway-url: '%s'}"
                    .formatted(discord.apiUrl(), discord.gatewayUrl()),
                Map.of(
                    Platforms.TELEGRAM_TOKEN,
                    "nonsense",
                    Platforms.DISCORD_TOKEN,
                    discord.token()))) {
      assertTrue(platforms.any());
      discord.awaitReady(1);
      String health = String.join("\n", platforms.health());
      assertTrue(health.startsWith("Discord: "), health);
      assertTrue(health.contains("Telegram is left out: a Telegram token is"), health);
      assertEquals(Set.of("discord", "telegram"), platforms.connected().keySet());
      assertFalse(platforms.connected().get("telegram"));
    }
  }

  @Test
  void everythingOfAPlatformCanBeSet() {
    Settings settings =
        settings(
            """
            discord:
              token-file: /run/secrets/discord
              owners: [123456789012345678]
              shards: 2
              development-guild: 123456789012345679
            telegram:
              owners: [42]
              api-url: http://127.0.0.1:8081
              webhook: {address: 'https://bot.example.org/hook', port: 9000, secret: abc}
            """);
    assertEquals(Optional.of(Path.of("/run/secrets/discord")), settings.discord().tokenFile());
    assertEquals(Set.of("123456789012345678"), settings.discord().staff().owners());
    assertEquals(2, settings.discord().shards());
    assertEquals(Set.of(42L), settings.telegram().staff().owners());
    assertEquals(9000, settings.telegram().webhook().orElseThrow().port());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discord: {owners: [me]}| owners",
        "discord: {development-guild: here}| development-guild",
        "discord: {shards: -1}| shards",
        "telegram: {api-url: nowhere}| api-url",
        "telegram: {webhook: {address: 'https://x.org', secret: 'a b'}}| secret",
        "telegram: {token: 'x'}| token",
      })
  void whatIsSetWronglyIsNamed(String yaml, String key) {
    String sentence = assertThrows(YamlException.class, () -> settings(yaml)).getMessage();
    assertTrue(sentence.contains(key), sentence);
  }
}
