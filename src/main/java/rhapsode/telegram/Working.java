package rhapsode.telegram;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/**
 * Shows "typing" while work goes on: Telegram forgets it after five seconds, so it is said every
 * four, for five minutes at most. Thread-safe.
 */
final class Working {
  private static final int SECONDS = 4;
  private static final int MOST = 75;
  private static final Logger LOG = LoggerFactory.getLogger(Working.class);

  private final Line line;
  private final Place place;
  private @Nullable ScheduledFuture<?> repeating;
  private boolean ended;
  private int said;

  private Working(Line line, Place place) {
    this.line = line;
    this.place = place;
  }

  static Working in(Line line, Place place) {
    var working = new Working(line, place);
    working.start();
    return working;
  }

  private synchronized void start() {
    try {
      repeating = line.timer().scheduleAtFixedRate(this::say, 0, SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      ended = true;
    }
  }

  private synchronized void say() {
    if (ended || ++said > MOST) {
      end();
      return;
    }
    SendChatAction action = SendChatAction.builder().chatId(place.chat()).action("typing").build();
    if (place.topic() != null) {
      action.setMessageThreadId(place.topic());
    }
    line.api()
        .call(action)
        .exceptionally(
            thrown -> {
              LOG.debug("Typing could not be shown: {}", Failure.of(thrown).sentence());
              return false;
            });
  }

  /** The work is done, or shows itself. */
  synchronized void end() {
    ended = true;
    if (repeating != null) {
      repeating.cancel(false);
    }
  }
}
