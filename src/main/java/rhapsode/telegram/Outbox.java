package rhapsode.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is on its way to chats: in order within a chat, no faster than Telegram allows, tried again
 * where that may help, however long Telegram is out of reach. Thread-safe; nothing here blocks.
 */
final class Outbox {
  /** More than an outage of ten minutes gathers; so many of the longest texts take 80 MB. */
  static final int MOST_WAITING = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int LONGEST_PAUSE_SECONDS = 30;
  private static final int MOST_DOUBLINGS = 16;
  private static final int LANES_BEFORE_SWEEP = 1_000;

  private final TelegramSettings.Pace pace;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private final Duration firstPause;
  private final Window all;
  private final Map<Long, Lane> lanes = new HashMap<>();
  private int waiting;
  private boolean closed;
  private CompletableFuture<Void> empty = CompletableFuture.completedFuture(null);

  /**
   * An empty outbox.
   *
   * @param firstPause before a second attempt; it doubles with each
   */
  Outbox(
      TelegramSettings.Pace pace,
      InstantSource clock,
      ScheduledExecutorService timer,
      Duration firstPause) {
    this.pace = pace;
    this.clock = clock;
    this.timer = timer;
    this.firstPause = firstPause;
    this.all = new Window(pace.all(), Duration.ofSeconds(1));
  }

  /** One chat, under its newest id. */
  private final class Lane {
    private final Deque<Item<?>> queue = new ArrayDeque<>();
    private final Bucket second = new Bucket(pace.burst(), pace.chat());
    private final Window minute = new Window(pace.group(), Duration.ofMinutes(1));
    private long chat;
    private Instant pausedUntil = Instant.EPOCH;
    private Duration pause = Duration.ZERO;
    private boolean busy;

    private Lane(long chat) {
      this.chat = chat;
    }

    private Duration wait(Instant now) {
      Duration wait = longer(second.wait(now), all.wait(now));
      wait = chat < 0 ? longer(wait, minute.wait(now)) : wait;
      if (pausedUntil.isAfter(now.plus(pause))) {
        pausedUntil = now.plus(pause); // The clock was put back.
      }
      return pausedUntil.isAfter(now) ? longer(wait, Duration.between(now, pausedUntil)) : wait;
    }

    private void pause(Instant now, Duration by) {
      pause = by;
      pausedUntil = now.plus(by);
    }

    /** Whether it may be forgotten: nothing that is sent later would have to wait for it. */
    private boolean isIdle(Instant now) {
      return queue.isEmpty() && !busy && second.isFull(now) && minute.isEmpty(now);
    }

    private void take(Instant now) {
      second.take(now);
      minute.take(now);
      all.take(now);
    }
  }

  private static final class Item<T> {
    private final LongFunction<CompletableFuture<T>> attempt;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Map<Failure.Kind, Integer> failures = new EnumMap<>(Failure.Kind.class);

    private Item(LongFunction<CompletableFuture<T>> attempt) {
      this.attempt = attempt;
    }

    private void failed(Failure.Kind kind) {
      failures.merge(kind, 1, Integer::sum);
    }

    private boolean mayTryAgain(Failure.Kind kind) {
      return failures.getOrDefault(kind, 0) < kind.tries();
    }

    private int attempts() {
      return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Sends something behind all else for this chat.
   *
   * @param attempt begins one attempt, to the chat that it is given
   * @return completes exceptionally, with what Telegram said, if it could not be sent for good, and
   *     at once if {@link #MOST_WAITING} messages wait already
   */
  synchronized <T> CompletableFuture<T> send(
      long chat, LongFunction<CompletableFuture<T>> attempt) {
    if (waiting >= MOST_WAITING) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("too many messages wait to be sent"));
    }
    if (lanes.size() > LANES_BEFORE_SWEEP) {
      Instant now = clock.instant();
      lanes.values().removeIf(lane -> lane.isIdle(now));
    }
    Lane lane = lanes.computeIfAbsent(chat, Lane::new);
    var item = new Item<>(attempt);
    lane.queue.add(item);
    if (waiting++ == 0) {
      empty = new CompletableFuture<>();
    }
    pump(lane);
    return item.result;
  }

  /** Completes once nothing is on its way. */
  synchronized CompletableFuture<Void> empty() {
    return empty;
  }

  /** Begins nothing more; what is left never completes. */
  synchronized void close() {
    closed = true;
  }

  /** A group goes on under another id. */
  synchronized void moved(long from, long to) {
    Lane lane = lanes.computeIfAbsent(from, Lane::new);
    lane.chat = to;
    lanes.putIfAbsent(to, lane);
  }

  private synchronized void pump(Lane lane) {
    Item<?> item = lane.queue.peek();
    if (closed || lane.busy || item == null) {
      return;
    }
    lane.busy = true;
    Instant now = clock.instant();
    Duration wait = lane.wait(now);
    if (wait.isZero()) {
      lane.take(now);
      attempt(lane, item);
    } else {
      later(lane, wait);
    }
  }

  private void later(Lane lane, Duration wait) {
    try {
      timer.schedule(() -> goOn(lane), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Telegram is being closed; messages stay unsent");
    }
  }

  private synchronized void goOn(Lane lane) {
    lane.busy = false;
    pump(lane);
  }

  private <T> void attempt(Lane lane, Item<T> item) {
    CompletableFuture<T> running;
    try {
      running = item.attempt.apply(lane.chat);
    } catch (RuntimeException e) {
      running = CompletableFuture.failedFuture(e);
    }
    running.whenComplete(
        (value, thrown) -> {
          if (thrown == null) {
            done(lane, item, () -> item.result.complete(value));
          } else {
            failed(lane, item, thrown);
          }
        });
  }

  private <T> void failed(Lane lane, Item<T> item, Throwable thrown) {
    Failure failure = Failure.of(thrown);
    Duration wait;
    synchronized (this) {
      item.failed(failure.kind());
      switch (failure.kind()) {
        case FLOOD -> wait = failure.pause();
        case UNSENT, TROUBLE, BROKEN -> wait = pause(item.attempts());
        case MOVED -> {
          moved(lane.chat, failure.movedTo());
          wait = Duration.ofMillis(1);
        }
        default -> wait = Duration.ZERO;
      }
      lane.pause(clock.instant(), wait);
    }
    if (item.mayTryAgain(failure.kind())) {
      LOG.debug("Telegram, attempt {}: {}", item.attempts(), failure.sentence());
      later(lane, wait);
    } else {
      done(lane, item, () -> item.result.completeExceptionally(thrown));
    }
  }

  private Duration pause(int attempts) {
    long most = Duration.ofSeconds(LONGEST_PAUSE_SECONDS).toMillis();
    int doublings = Math.min(attempts - 1, MOST_DOUBLINGS);
    return Duration.ofMillis(Math.min(most, firstPause.toMillis() << doublings));
  }

  private void done(Lane lane, Item<?> item, Runnable tell) {
    CompletableFuture<Void> nowEmpty = null;
    synchronized (this) {
      lane.queue.remove(item);
      if (--waiting == 0) {
        nowEmpty = empty;
      }
    }
    tell.run();
    if (nowEmpty != null) {
      nowEmpty.complete(null);
    }
    try {
      // By the timer, so that a long queue of failures is no deep recursion.
      timer.execute(() -> goOn(lane));
    } catch (RejectedExecutionException e) {
      LOG.debug("Telegram is being closed; messages stay unsent");
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
