package rhapsode.telegram;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed, after a pause that doubles from try to try up to a minute, or for as
 * long as Telegram asks. Thread-safe.
 *
 * @param timer when it is shut down, nothing is tried any more
 * @param firstPause after the first failure
 */
record Retries(ScheduledExecutorService timer, Duration firstPause) {
  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10;

  /** Runs a task at once. */
  void soon(Runnable task) {
    later(Duration.ZERO, task);
  }

  /**
   * Runs a task after a pause.
   *
   * @param failures before this one
   */
  void after(int failures, Failure failure, Runnable task) {
    later(pause(failures, failure), task);
  }

  private Duration pause(int failures, Failure failure) {
    Duration doubled = firstPause.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return failure.pause().compareTo(pause) > 0 ? failure.pause() : pause;
  }

  /** A timer keeps to itself what a task throws. */
  private static void tried(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("Telegram: a step of the start failed", e);
    }
  }

  private void later(Duration pause, Runnable task) {
    try {
      timer.schedule(() -> tried(task), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Telegram is being closed");
    }
  }
}
