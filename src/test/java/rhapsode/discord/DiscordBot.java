package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import rhapsode.chat.Command;
import rhapsode.chat.Router;
import rhapsode.testing.SettableClock;
import rhapsode.testing.discord.FakeDiscord;
import rhapsode.testing.discord.Place;
import rhapsode.testing.discord.User;

/** The bot on a Discord of ours, with people and places. */
final class DiscordBot implements AutoCloseable {
  final FakeDiscord discord = new FakeDiscord();
  final Place server = discord.server();
  final User gus = User.named("Gus");
  final User ada = User.named("Ada");
  final User olga = User.named("Olga");
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final Router router;
  private Discord bot;

  /** Not connected yet. */
  DiscordBot(List<Command> commands) {
    router = new Router(commands);
  }

  DiscordSettings settings() {
    return new DiscordSettings(
        new Token(discord.token()),
        discord.apiUrl(),
        discord.gatewayUrl(),
        0,
        Staff.owners(Set.of(String.valueOf(olga.id()))),
        "");
  }

  /** Starts it, without waiting for anything. */
  Discord start(DiscordSettings settings) {
    bot = Discord.start(settings, router, clock);
    return bot;
  }

  /** Connects it, and waits until its commands can be used. */
  DiscordBot connect() {
    start(settings());
    discord.awaitReady(1);
    discord.awaitCommands("global");
    await(() -> bot.health().well());
    return this;
  }

  Discord bot() {
    return bot;
  }

  /** Ends the bot and starts another. */
  void restart(int readyBefore) {
    bot.close();
    start(settings());
    discord.awaitReady(readyBefore + 1);
    await(() -> bot.health().well());
  }

  /** Waits for something that nothing tells of. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to pass");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Ends it; nothing that Discord would not have taken was sent. */
  void end() {
    List<String> violations = discord.violations();
    close();
    assertEquals(List.of(), violations);
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    discord.close();
  }
}
