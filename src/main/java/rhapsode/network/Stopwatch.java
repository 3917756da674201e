package rhapsode.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How long a training takes, all its sittings together. Confined to the training thread. */
final class Stopwatch {
  private final InstantSource clock;
  private final Instant started;
  private final double before;
  private final Optional<Duration> limit;
  private double paused;

  /**
   * Starts.
   *
   * @param before seconds of earlier sittings
   * @param limit how long all sittings together may take
   */
  Stopwatch(InstantSource clock, double before, Optional<Duration> limit) {
    this.clock = clock;
    this.started = clock.instant();
    this.before = before;
    this.limit = limit;
  }

  Instant now() {
    return clock.instant();
  }

  double secondsSince(Instant then) {
    return Duration.between(then, clock.instant()).toNanos() / 1e9;
  }

  /** Does something that is no part of the training: its time does not count. */
  void pause(Runnable meanwhile) {
    Instant then = now();
    meanwhile.run();
    paused += secondsSince(then);
  }

  /** Seconds of all sittings, without the pauses. */
  double elapsed() {
    return before + secondsSince(started) - paused;
  }

  /** The share of the time that is over; 0 if there is no limit. */
  double share() {
    return limit.map(most -> elapsed() / (most.toMillis() / 1e3)).orElse(0.0);
  }

  boolean isUp() {
    return share() >= 1;
  }
}
