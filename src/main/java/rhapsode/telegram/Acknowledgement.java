package rhapsode.telegram;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
   * @param otherwise says them in another way; it is taken if the answer was given already, if the
   *     words are too many for it, or if it fails, as it does when the press is too old
   * @return completes when they are said
   */
  CompletableFuture<?> give(String words, Supplier<CompletableFuture<?>> otherwise) {
    if (words.length() > LONGEST_TEXT || !given.compareAndSet(false, true)) {
      return otherwise.get();
    }
    var answer = AnswerCallbackQuery.builder().callbackQueryId(query).text(words).showAlert(true);
    return call(answer.build())
        .thenCompose(shown -> shown ? CompletableFuture.completedFuture(null) : otherwise.get());
  }

  /** Completes, always normally, with whether Telegram took it. */
  private CompletableFuture<Boolean> call(AnswerCallbackQuery answer) {
    return line.api()
        .call(answer)
        .exceptionally(
            thrown -> {
              LOG.debug("A press was not acknowledged: {}", Failure.of(thrown).sentence());
              return false;
            });
  }
}
