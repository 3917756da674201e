package rhapsode.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rhapsode.chat.Router;
import rhapsode.testing.TemporaryFolder;
import rhapsode.testing.telegram.FakeTelegram;

/** A fake Telegram with the real bot on it, which can be restarted. User 1 owns the bot. */
final class RunningBot implements AutoCloseable {
  static final long OWNER = 1;

  /** So fast that no test waits for it. */
  static final TelegramSettings.Pace ANY = new TelegramSettings.Pace(10_000, 10_000, 60_000, 9_000);

  private Rhythm rhythm =
      new Rhythm(
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofMinutes(1),
          Duration.ofMillis(200),
          Rhythm.USUAL.end());

  final FakeTelegram server = new FakeTelegram();
  private final TemporaryFolder folder = TemporaryFolder.create("telegram");
  private final Router router;
  private final InstantSource clock;
  private Optional<Memory> shared = Optional.empty();
  private TelegramSettings settings;
  private Telegram bot;

  private RunningBot(Router router, InstantSource clock) {
    this.router = router;
    this.clock = clock;
    this.settings = settings(ANY, Optional.empty());
  }

  static RunningBot with(Router router) {
    return with(router, InstantSource.system());
  }

  static RunningBot with(Router router, InstantSource clock) {
    var running = new RunningBot(router, clock);
    running.start();
    return running;
  }

  /** One that has not started. */
  static RunningBot waiting(Router router) {
    return new RunningBot(router, InstantSource.system());
  }

  RunningBot paced(TelegramSettings.Pace pace) {
    settings = settings(pace, settings.webhook());
    return this;
  }

  RunningBot webhook(TelegramSettings.Webhook webhook) {
    settings = settings(settings.pace(), Optional.of(webhook));
    return this;
  }

  RunningBot staff(Staff staff) {
    settings =
        new TelegramSettings(
            settings.token(), settings.apiUrl(), staff, settings.webhook(), settings.pace());
    return this;
  }

  RunningBot token(String token) {
    settings =
        new TelegramSettings(
            new BotToken(token),
            settings.apiUrl(),
            settings.staff(),
            settings.webhook(),
            settings.pace());
    return this;
  }

  /** Is closed within this time. */
  RunningBot ending(Duration within) {
    rhythm =
        new Rhythm(rhythm.firstPause(), rhythm.check(), rhythm.press(), rhythm.upkeep(), within);
    return this;
  }

  private TelegramSettings settings(
      TelegramSettings.Pace pace, Optional<TelegramSettings.Webhook> webhook) {
    return new TelegramSettings(
        new BotToken(FakeTelegram.TOKEN), url(), Staff.owners(Set.of(OWNER)), webhook, pace);
  }

  private URI url() {
    return server.apiUrl();
  }

  Telegram bot() {
    return bot;
  }

  /** One of several processes; this one fetches. */
  RunningBot shared(Memory memory) {
    shared = Optional.of(memory);
    return this;
  }

  RunningBot start() {
    bot =
        shared
            .map(memory -> Telegram.start(settings, router, clock, memory, () -> true, rhythm))
            .orElseGet(() -> Telegram.start(settings, router, clock, folder.path(), rhythm));
    return this;
  }

  /** Closes the bot as a SIGTERM does. */
  void stop() {
    bot.close();
  }

  /** Names of files that are kept in a part of its folder. */
  List<String> kept(String part) {
    return new FileShelf(folder.path().resolve(part)).keys();
  }

  void awaitState(String part) {
    server.await("state is: " + bot.state(), () -> bot.state().contains(part));
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    server.close();
    folder.close();
  }
}
