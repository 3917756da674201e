package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Reply;

/** Shards that several processes have between them. */
class ShardRangeTest {
  private static final int SHARDS = 4;

  private final DiscordBot bot = new DiscordBot(List.of());

  @AfterEach
  void end() {
    bot.end();
  }

  private void connect(ShardRange range) {
    DiscordSettings usual = bot.settings();
    bot.start(
        new DiscordSettings(
            usual.token(),
            usual.apiUrl(),
            usual.gatewayUrl(),
            SHARDS,
            Optional.of(range),
            new Staff(Set.of(), Set.of(), Set.of(), String.valueOf(bot.server.channel())),
            ""));
    bot.discord.awaitReady(range.size());
    DiscordBot.await(() -> bot.bot().health().well());
  }

  private int shardOfTheServer() {
    return (int) ((bot.server.guild() >>> 22) % SHARDS);
  }

  @Test
  void onlyTheSharesOfThisProcessAreConnected() {
    connect(new ShardRange(1, 2));
    Set<String> connected =
        bot.discord.identifies().stream()
            .map(said -> said.path("shard").toString())
            .collect(Collectors.toSet());
    assertEquals(Set.of("[1,4]", "[2,4]"), connected);
    assertEquals("Discord: connected, shards: 2.", bot.bot().health().sentence());
  }

  @Test
  void moderatorsAreToldInAServerThatAnotherProcessSees() {
    int other = (shardOfTheServer() + 1) % SHARDS;
    connect(new ShardRange(other, other));
    bot.bot().post(reader -> Reply.open("A poem of **Gus** waits"));
    assertEquals("A poem of \\*\\*Gus\\*\\* waits", bot.discord.posted("waits").text());
    assertEquals(List.of(), bot.discord.violations());
  }
}
