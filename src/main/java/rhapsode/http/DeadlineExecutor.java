package rhapsode.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A few threads that interrupt what takes too long. Java's HTTP server reads a request on such a
 * thread, and a client that never ends its request would hold it for ever; an interrupt closes the
 * client's channel. Thread-safe.
 */
public final class DeadlineExecutor implements Executor, AutoCloseable {
  private final ExecutorService workers;
  private final ScheduledExecutorService watch;
  private final Duration deadline;

  /**
   * Idle threads.
   *
   * @param deadline of each task, from when it begins
   */
  public DeadlineExecutor(String name, int threads, Duration deadline) {
    this.deadline = deadline;
    workers = Executors.newFixedThreadPool(threads, task -> daemon(task, name));
    watch = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, name + "-deadline"));
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable task) {
    workers.execute(
        () -> {
          var limited = new Limited(Thread.currentThread());
          Future<?> alarm =
              watch.schedule(limited::tooLong, deadline.toMillis(), TimeUnit.MILLISECONDS);
          try {
            task.run();
          } finally {
            alarm.cancel(false);
            limited.over();
          }
        });
  }

  /** One task on its thread; once it is over, a late alarm hits nobody. */
  private static final class Limited {
    private final Thread thread;
    private boolean over;

    Limited(Thread thread) {
      this.thread = thread;
    }

    synchronized void tooLong() {
      if (!over) {
        thread.interrupt();
      }
    }

    synchronized void over() {
      over = true;
      // The thread's own: the next task must not begin interrupted.
      Thread.interrupted();
    }
  }

  /** Breaks off what is under way; does not wait. */
  @Override
  public void close() {
    workers.shutdownNow();
    watch.shutdownNow();
  }
}
