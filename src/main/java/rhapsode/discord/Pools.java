package rhapsode.discord;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one connection, shared by its shards. */
final class Pools implements AutoCloseable {
  /** Enough to acknowledge while one of them translates a command. */
  private static final int EVENTS = 4;

  private static final int WORKERS = 4;
  private static final int SECONDS_TO_END = 2;

  final ScheduledExecutorService requests = Executors.newScheduledThreadPool(1, named("requests"));
  final ExecutorService elastic = Executors.newCachedThreadPool(named("rest"));
  final ScheduledExecutorService gateway = Executors.newScheduledThreadPool(1, named("gateway"));
  final ExecutorService callbacks = Executors.newFixedThreadPool(EVENTS, named("callbacks"));
  final ExecutorService events = Executors.newFixedThreadPool(EVENTS, named("events"));
  final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, named("work"));

  private static ThreadFactory named(String purpose) {
    var count = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, "discord-" + purpose + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Lets what runs end, at most for two seconds each; nothing is interrupted in the database. */
  @Override
  public void close() {
    List<ExecutorService> all = List.of(workers, events, callbacks, requests, elastic, gateway);
    all.forEach(ExecutorService::shutdown);
    try {
      for (ExecutorService pool : all) {
        pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
