package rhapsode.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A timer, and its clock, that stand still until a test turns them; what is due runs on the test's
 * thread. Thread-safe.
 */
final class ManualTimer extends AbstractExecutorService
    implements ScheduledExecutorService, InstantSource {
  private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private long numbers;

  /** Runs what has to be run once, or with a period again and again. */
  private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
    private final long number;
    private final Duration period;
    private Instant due;

    private Task(Callable<V> work, Instant due, Duration period) {
      super(work);
      this.number = ++numbers;
      this.due = due;
      this.period = period;
    }

    private void runNow() {
      if (period.isZero()) {
        run();
      } else if (runAndReset()) {
        due = due.plus(period);
        add(this);
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(Duration.between(instant(), due));
    }

    @Override
    public int compareTo(Delayed other) {
      var task = (Task<?>) other;
      int order = due.compareTo(task.due);
      return order == 0 ? Long.compare(number, task.number) : order;
    }
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass, and runs what is due meanwhile, each at its time. */
  void advance(Duration by) {
    Instant end = instant().plus(by);
    for (Task<?> task = next(end); task != null; task = next(end)) {
      task.runNow();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** Runs what is due already. */
  void settle() {
    advance(Duration.ZERO);
  }

  private synchronized Task<?> next(Instant end) {
    tasks.removeIf(FutureTask::isCancelled);
    if (tasks.isEmpty() || tasks.peek().due.isAfter(end)) {
      return null;
    }
    Task<?> task = tasks.poll();
    now = task.due.isAfter(now) ? task.due : now;
    return task;
  }

  /** How many tasks wait. */
  synchronized int waiting() {
    tasks.removeIf(FutureTask::isCancelled);
    return tasks.size();
  }

  private synchronized <V> Task<V> add(Task<V> task) {
    tasks.add(task);
    return task;
  }

  private synchronized <V> Task<V> add(Callable<V> work, Duration delay, Duration period) {
    return add(new Task<>(work, now.plus(delay), period));
  }

  private static Callable<Void> once(Runnable work) {
    return () -> {
      work.run();
      return null;
    };
  }

  private static Duration of(long time, TimeUnit unit) {
    return Duration.of(time, unit.toChronoUnit());
  }

  @Override
  public void execute(Runnable work) {
    add(once(work), Duration.ZERO, Duration.ZERO);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
    return add(once(work), of(delay, unit), Duration.ZERO);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
    return add(work, of(delay, unit), Duration.ZERO);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable work, long delay, long period, TimeUnit unit) {
    return add(once(work), of(delay, unit), of(period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable work, long delay, long pause, TimeUnit unit) {
    return scheduleAtFixedRate(work, delay, pause, unit);
  }

  @Override
  public synchronized void shutdown() {
    tasks.clear();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) {
    return true;
  }
}
