package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
  private final QuietLine quiet = new QuietLine();
  private final FakeTelegram telegram = quiet.telegram;
  private final SettableClock clock = new SettableClock();

  @AfterEach
  void close() {
    quiet.close();
  }

  private Inbox inbox(Path folder) {
    var dialogues = new Dialogues(new FileShelf(folder.resolve("dialogues")), clock);
    var ledger = new FolderLedger(new FileShelf(folder.resolve("updates")));
    var router = new Router(List.of());
    var front = new Front(quiet.of(List.of()), router, clock, dialogues, QuietLine.NOBODY);
    return new Inbox(ledger, new Lanes(Runnable::run), QuietLine.NOBODY, front);
  }

  @Test
  void whatComesWhileItClosesIsNotConfirmed(@TempDir Path folder) {
    Inbox inbox = inbox(folder);
    inbox.close();
    telegram.user(7).says("/poem moon");
    try (var polling =
        new Polling(quiet.api, inbox, new Health(clock), clock, Duration.ofMillis(1), () -> true)) {
      // Each session gets the update, and its thread ends with it; the next check begins another.
      while (telegram.polls() < 3) {
        polling.check();
        Thread.onSpinWait();
      }
    }
    assertEquals(1, telegram.unconfirmed());
  }
}
