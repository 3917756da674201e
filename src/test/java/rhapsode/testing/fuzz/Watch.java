package rhapsode.testing.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one piece of work after another on a thread of its own, and looks at what each costs: time
 * is the thread's own on the processor, so that a busy machine does not count. What takes too long
 * is run once more; what takes many times too long by the wall is left behind, with its stack kept
 * as the failure.
 */
final class Watch implements AutoCloseable {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A hang, when it is this many times too long by the wall. */
  private static final int HOPELESS = 30;

  /**
   * What one input may cost.
   *
   * @param mostBytes that its thread may allocate
   */
  record Limits(Duration longest, long mostBytes) {}

  /** Work that may throw anything. */
  interface Work {
    void run() throws Throwable;
  }

  /**
   * What came of it.
   *
   * @param abandoned whether it still runs
   */
  record Outcome(Optional<Throwable> failure, long nanos, long bytes, boolean abandoned) {}

  /** Took too long, or too much. */
  static final class Excess extends RuntimeException {
    private static final long serialVersionUID = 1;

    Excess(String message) {
      super(message);
    }
  }

  private final Limits limits;
  private ExecutorService threads = thread();
  private volatile Thread worker = Thread.currentThread();

  Watch(Limits limits) {
    this.limits = limits;
  }

  private ExecutorService thread() {
    return Executors.newSingleThreadExecutor(
        task -> {
          var thread = new Thread(task, "fuzz");
          thread.setDaemon(true);
          worker = thread;
          return thread;
        });
  }

  /** Runs it, a second time if it was slow. */
  Outcome over(Work work) {
    Outcome first = once(work);
    boolean slow = first.failure().filter(Excess.class::isInstance).isPresent();
    return slow && !first.abandoned() ? once(work) : first;
  }

  private Outcome once(Work work) {
    Future<Outcome> running = threads.submit(() -> measured(work));
    try {
      return running.get(limits.longest().toMillis() * HOPELESS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      var hang = new Excess("still runs after " + HOPELESS + " times " + limits.longest());
      hang.setStackTrace(worker.getStackTrace());
      running.cancel(true);
      threads.shutdownNow();
      threads = thread();
      return new Outcome(Optional.of(hang), limits.longest().toNanos() * HOPELESS, 0, true);
    } catch (ExecutionException e) {
      return new Outcome(Optional.of(e.getCause()), 0, 0, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Outcome measured(Work work) {
    long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    long begun = THREADS.getCurrentThreadCpuTime();
    Optional<Throwable> failure = Optional.empty();
    try {
      work.run();
    } catch (Throwable thrown) {
      failure = Optional.of(thrown);
    }
    long nanos = THREADS.getCurrentThreadCpuTime() - begun;
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    return new Outcome(failure.or(() -> excess(nanos, bytes)), nanos, bytes, false);
  }

  private Optional<Throwable> excess(long nanos, long bytes) {
    if (nanos > limits.longest().toNanos()) {
      return Optional.of(new Excess("took " + nanos / 1_000_000 + " ms"));
    }
    return bytes > limits.mostBytes()
        ? Optional.of(new Excess("allocated " + (bytes >> 20) + " MB"))
        : Optional.empty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
