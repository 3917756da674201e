package rhapsode.telegram;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** The answer that a pressed button needs, once: its little clock turns until then. Thread-safe. */
final class Acknowledgement {
  /** Telegram's limit of the text, in characters. */
  static final int LONGEST_TEXT = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledgement.class);

  private final Line line;
  private final String query;
  private final AtomicBoolean given = new AtomicBoolean();

  private Acknowledgement(Line line, String query) {
    this.line = line;
    this.query = query;
  }

  /** An answer that is given soon ({@link Line#press}), if it is not before. */
  static Acknowledgement soon(Line line, String query) {
    var soon = new Acknowledgement(line, query);
    try {
      line.timer().schedule(() -> soon.give(), line.press().toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      soon.give();
    }
    return soon;
  }

  /** Gives it without words. */
  void give() {
    if (given.compareAndSet(false, true)) {
      call(AnswerCallbackQuery.builder().callbackQueryId(query).build());
    }
  }

  /**
   * Gives it with words that the one who pressed alone can see.
   *
   * @return false if it was given already, or the words are too many
   */
  boolean give(String words) {
    if (words.length() > LONGEST_TEXT || !given.compareAndSet(false, true)) {
      return false;
    }
    call(AnswerCallbackQuery.builder().callbackQueryId(query).text(words).showAlert(true).build());
    return true;
  }

  private void call(AnswerCallbackQuery answer) {
    CompletableFuture<Boolean> sent = line.api().call(answer);
    sent.exceptionally(
        thrown -> {
          LOG.debug("A press was not acknowledged: {}", Failure.of(thrown).sentence());
          return false;
        });
  }
}
