package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Router;
import rhapsode.testing.SettableClock;
import rhapsode.testing.telegram.FakeTelegram;

/** A bot that is being closed, while Telegram still gives it something. */
@Timeout(60)
class PollingTest {
  private final FakeTelegram telegram = new FakeTelegram();
  private final ManualTimer timer = new ManualTimer();
  private final SettableClock clock = new SettableClock();
  private final Staff staff = Staff.owners(Set.of());
  private final Api api =
      new Api(
          new TelegramSettings(
              new BotToken(FakeTelegram.TOKEN),
              telegram.apiUrl(),
              staff,
              java.util.Optional.empty(),
              RunningBot.ANY));

  @AfterEach
  void close() {
    api.close();
    telegram.close();
  }

  private Inbox inbox(Path folder) {
    var router = new Router(List.of());
    var line =
        new Line(
            api,
            new Outbox(RunningBot.ANY, timer, timer, Duration.ofMillis(1)),
            new Names(List.of()),
            timer,
            FakeTelegram.BOT,
            Duration.ofSeconds(2));
    var dialogues = new Dialogues(new FileShelf(folder.resolve("dialogues")), clock);
    var ledger = new FolderLedger(new FileShelf(folder.resolve("updates")));
    var front = new Front(line, router, clock, dialogues, staff);
    return new Inbox(ledger, new Lanes(Runnable::run), staff, front);
  }

  @Test
  void whatComesWhileItClosesIsNotConfirmed(@TempDir Path folder) {
    Inbox inbox = inbox(folder);
    inbox.close();
    telegram.user(7).says("/poem moon");
    try (var polling =
        new Polling(api, inbox, new Health(clock), clock, Duration.ofMillis(1), () -> true)) {
      // Each session gets the update, and its thread ends with it; the next check begins another.
      while (telegram.polls() < 3) {
        polling.check();
        Thread.onSpinWait();
      }
    }
    assertEquals(1, telegram.unconfirmed());
  }
}
