package rhapsode.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Where updates come in, from either side: written down, then handed over, so that the caller is
 * free at once. Never throws. Thread-safe.
 */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Ledger ledger;
  private final Lanes lanes;
  private final Events events;
  private final Front front;
  private final Map<Integer, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
  private boolean closed;

  Inbox(Ledger ledger, Lanes lanes, Staff staff, Front front) {
    this.ledger = ledger;
    this.lanes = lanes;
    this.events = new Events(staff);
    this.front = front;
  }

  /** Takes up what another process left unanswered. */
  synchronized void resume() {
    if (closed) {
      return;
    }
    // Who was taken for dead for a while finds its own among them.
    Set<Integer> own = Set.copyOf(underWay.keySet());
    ledger.unanswered().stream()
        .filter(update -> !own.contains(update.getUpdateId()))
        .forEach(this::handOver);
  }

  /**
   * Takes updates.
   *
   * @return false if the bot is being closed, and Telegram has to keep them
   */
  synchronized boolean accept(List<Update> updates) {
    if (closed) {
      return false;
    }
    updates.stream()
        .filter(update -> update.getUpdateId() != null)
        .sorted(Comparator.comparing(Update::getUpdateId))
        .filter(ledger::take)
        .forEach(this::handOver);
    return true;
  }

  private void handOver(Update update) {
    int id = update.getUpdateId();
    Optional<Event> event;
    try {
      event = events.of(update);
    } catch (RuntimeException e) {
      LOG.warn("A Telegram update could not be read", e);
      event = Optional.empty();
    }
    if (event.isEmpty()) {
      ledger.answered(id);
      return;
    }
    Event known = event.get();
    var answered = new CompletableFuture<Void>();
    // Closing waits for the striking out too: the next ledger must not read too early.
    underWay.put(
        id,
        answered.thenRun(
            () -> {
              ledger.answered(id);
              underWay.remove(id);
            }));
    lanes.run(known.key(), () -> handle(known).whenComplete((d, t) -> answered.complete(null)));
  }

  private CompletableFuture<?> handle(Event event) {
    try {
      return front
          .handle(event)
          .exceptionally(
              thrown -> {
                LOG.warn("Something on Telegram was given up: {}", Failure.of(thrown).sentence());
                return null;
              });
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("Something from Telegram could not be handled", e);
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Takes nothing more once this returns; what is under way goes on. */
  synchronized void close() {
    closed = true;
  }

  /**
   * Completes when all that was taken is answered, and struck out as far as that can be, and all
   * that it began has ended.
   */
  CompletableFuture<Void> answered() {
    return CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new))
        .thenRun(ledger::settle)
        .thenCompose(done -> front.ended());
  }
}
