package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the settings do not take. */
class SettingsTest {
  private static final Token TOKEN = new Token("token");

  @Test
  void shardsOwnersAndServersAreChecked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DiscordSettings(TOKEN, "", "", -1, Staff.owners(Set.of()), ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DiscordSettings(TOKEN, "", "", 0, Staff.owners(Set.of("Olga")), ""));
    assertThrows(IllegalArgumentException.class, () -> split(4, new ShardRange(2, 4)));
    assertThrows(IllegalArgumentException.class, () -> split(0, new ShardRange(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> new ShardRange(2, 1));
    assertEquals(2, split(4, new ShardRange(2, 3)).shardRange().orElseThrow().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new DiscordSettings(TOKEN, "", "", 0, Staff.owners(Set.of()), "My server"));
    assertTrue(
        new DiscordSettings(TOKEN, Staff.owners(Set.of("123456789012345678")))
            .developmentGuild()
            .isEmpty());
  }

  @Test
  void aTokenWithBlanksIsRefusedAndNotRepeated() {
    var refused = assertThrows(IllegalArgumentException.class, () -> new Token("my secret"));
    assertFalse(refused.getMessage().contains("secret"));
    assertThrows(IllegalArgumentException.class, () -> new Token(" "));
  }

  private static DiscordSettings split(int shards, ShardRange range) {
    return new DiscordSettings(
        TOKEN, "", "", shards, Optional.of(range), Staff.owners(Set.of()), "");
  }
}
