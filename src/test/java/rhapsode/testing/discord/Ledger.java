package rhapsode.testing.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One lock for everything the platform remembers, and waiting until it remembers something. */
final class Ledger {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Reads or writes, and wakes who waits. */
  <T> T with(Supplier<T> work) {
    lock.lock();
    try {
      T result = work.get();
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }

  void with(Runnable work) {
    with(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Waits until there is something.
   *
   * @throws AssertionError after {@link #PATIENCE}, with the story
   */
  <T> T await(String what, Supplier<Optional<T>> condition, Supplier<String> story) {
    long left = PATIENCE.toNanos();
    lock.lock();
    try {
      Optional<T> found = condition.get();
      while (found.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        found = condition.get();
      }
      return found.orElseThrow(() -> new AssertionError("no " + what + ": " + story.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }

  static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
