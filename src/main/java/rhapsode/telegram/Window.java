package rhapsode.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many in any stretch of time, wherever it begins; a bucket of as many would let twice
 * as many through at first. Arithmetic alone, it never waits itself. Not thread-safe.
 */
final class Window {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final int most;
  private final Duration length;
  private final Deque<Instant> taken = new ArrayDeque<>();

  Window(int most, Duration length) {
    this.most = most;
    this.length = length;
  }

  private void forget(Instant now) {
    if (!taken.isEmpty() && now.isBefore(taken.getLast())) {
      taken.clear(); // The clock was put back.
    }
    while (!taken.isEmpty() && !taken.getFirst().plus(length).isAfter(now)) {
      taken.removeFirst();
    }
  }

  /** How long until there is room for one more, in whole milliseconds. */
  Duration wait(Instant now) {
    forget(now);
    if (taken.size() < most) {
      return Duration.ZERO;
    }
    long nanos = Duration.between(now, taken.getFirst().plus(length)).toNanos();
    return Duration.ofMillis((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
  }

  /** Counts one. */
  void take(Instant now) {
    forget(now);
    taken.addLast(now);
  }

  boolean isEmpty(Instant now) {
    forget(now);
    return taken.isEmpty();
  }
}
