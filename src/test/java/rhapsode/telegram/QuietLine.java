package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rhapsode.chat.Description;
import rhapsode.testing.telegram.FakeTelegram;

/** A line to a fake Telegram on which nothing is due until a test turns the clock. */
final class QuietLine implements AutoCloseable {
  static final Staff NOBODY = Staff.owners(Set.of());

  final FakeTelegram telegram = new FakeTelegram();
  final ManualTimer timer = new ManualTimer();
  final Api api =
      new Api(
          new TelegramSettings(
              new BotToken(FakeTelegram.TOKEN),
              telegram.apiUrl(),
              NOBODY,
              Optional.empty(),
              RunningBot.ANY));

  /** The line of a bot with these commands. */
  Line of(List<Description> commands) {
    return new Line(
        api,
        new Outbox(RunningBot.ANY, timer, timer, Duration.ofMillis(1)),
        new Names(commands),
        timer,
        FakeTelegram.BOT,
        Rhythm.USUAL.press());
  }

  /** Ends it; Telegram has to have been content. */
  @Override
  public void close() {
    api.close();
    assertEquals(List.of(), telegram.violations());
    telegram.close();
  }
}
