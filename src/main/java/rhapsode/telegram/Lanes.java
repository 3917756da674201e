package rhapsode.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks of one key one after another, and those of different keys side by side. Thread-safe.
 */
final class Lanes {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final Executor threads;
  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();

  Lanes(Executor threads) {
    this.threads = threads;
  }

  /** Runs a task behind all others of its key; returns at once. */
  void run(String key, Runnable task) {
    synchronized (lanes) {
      Queue<Runnable> lane = lanes.get(key);
      if (lane != null) {
        lane.add(task);
        return;
      }
      lanes.put(key, new ArrayDeque<>());
    }
    threads.execute(() -> work(key, task));
  }

  private void work(String key, Runnable first) {
    Runnable task = first;
    while (task != null) {
      try {
        task.run();
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        LOG.error("Something from Telegram could not be handled", e);
      }
      synchronized (lanes) {
        Queue<Runnable> lane = lanes.get(key);
        task = lane == null ? null : lane.poll();
        if (task == null) {
          lanes.remove(key);
        }
      }
    }
  }
}
