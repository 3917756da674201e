package rhapsode.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test turns it. Thread-safe. */
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** Stands at noon (UTC) of a day in November 2026. */
  public SettableClock() {
    this(Instant.parse("2026-11-24T12:00:00Z"));
  }

  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  /** Moves on by this much; back if it is negative. */
  public void tick(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }
}
