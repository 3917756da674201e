package rhapsode.telegram;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket: arithmetic alone, it never waits itself. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2697">RFC 2697, "committed burst size"</a>
 */
final class Bucket {
  private final double capacity;
  private final double perSecond;
  private double tokens;
  private Instant filled = Instant.EPOCH;

  Bucket(double capacity, double perSecond) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.tokens = capacity;
  }

  private void fill(Instant now) {
    if (now.isBefore(filled)) {
      filled = now; // The clock was put back.
    }
    if (now.isAfter(filled)) {
      double seconds = Duration.between(filled, now).toMillis() / 1000.0;
      tokens = Math.min(capacity, tokens + seconds * perSecond);
      filled = now;
    }
  }

  /** How long until there is one. */
  Duration wait(Instant now) {
    fill(now);
    return tokens >= 1
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.ceil(1000 * (1 - tokens) / perSecond));
  }

  /** Takes one, which has to be there. */
  void take(Instant now) {
    fill(now);
    tokens--;
  }

  boolean isFull(Instant now) {
    fill(now);
    return tokens >= capacity;
  }
}
