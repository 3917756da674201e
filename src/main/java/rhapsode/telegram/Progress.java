package rhapsode.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** One message that is kept up to date, changed at most once in three seconds. Thread-safe. */
final class Progress {
  static final Duration BETWEEN = Duration.ofSeconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final Sender sender;
  private final InstantSource clock;
  private @Nullable CompletableFuture<Message> message;
  private Instant shown = Instant.EPOCH;
  private boolean changing;

  Progress(Sender sender, InstantSource clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Shows a text; the one before it may stay if it is not old enough.
   *
   * @return completes when the first one is delivered
   */
  synchronized CompletableFuture<Message> show(String text) {
    var rendered = new Rendered(Texts.escaped(text), text);
    Instant now = clock.instant();
    if (message == null) {
      shown = now;
      message = sender.send(rendered, null);
    } else if (message.isDone() && !changing && !shown.plus(BETWEEN).isAfter(now)) {
      shown = now;
      changing = true;
      message
          .thenCompose(sent -> sender.edit(sent.getMessageId(), rendered, null))
          .whenComplete((done, thrown) -> changed(thrown));
    }
    return message;
  }

  private synchronized void changed(@Nullable Throwable thrown) {
    changing = false;
    if (thrown != null) {
      LOG.debug("Progress could not be shown: {}", Failure.of(thrown).sentence());
    }
  }
}
