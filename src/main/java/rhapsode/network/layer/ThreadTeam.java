package rhapsode.network.layer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that share the work of one pass through a layer, as OpenMP's teams do: the caller
 * is one of them, and they wait for each other spinning, since the stretches between two waits last
 * microseconds. Products by the native library run on one thread each; the team shares them out.
 *
 * <p>Thread-safe. One caller at a time has the team; whoever finds it busy does all of the work
 * itself.
 */
public final class ThreadTeam {
  /** Spins before a thread that waits for work goes to sleep: some tenths of a millisecond. */
  private static final int SPINS_BEFORE_SLEEP = 20_000;

  /** Spins before a thread that waits for another one lets the scheduler have the processor. */
  private static final int SPINS_BEFORE_YIELD = 2_000;

  /** A thread a processor, but not so many that they mostly wait for each other. */
  public static final int USUAL_SIZE = Math.min(8, Runtime.getRuntime().availableProcessors());

  private static volatile ThreadTeam shared = new ThreadTeam(USUAL_SIZE);

  /** Work that can be done in any number of parts. */
  @FunctionalInterface
  interface Work {
    /**
     * Does one part. All parts run at the same time and may wait for each other with {@link
     * ThreadTeam#barrier}.
     *
     * @param part from 0
     * @param parts how many there are
     */
    void run(int part, int parts);
  }

  private final int size;
  private final Thread[] helpers;
  private final ReentrantLock busy = new ReentrantLock();
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger round = new AtomicInteger();
  private final AtomicInteger sleeping = new AtomicInteger();
  private volatile int generation;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private @Nullable Work work;

  private ThreadTeam(int size) {
    this.size = size;
    helpers = new Thread[size - 1];
    for (int i = 0; i < helpers.length; i++) {
      int part = i + 1;
      helpers[i] = new Thread(() -> help(part), "rhapsode-network-" + part);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** The team that all networks of this process share. */
  static ThreadTeam shared() {
    return shared;
  }

  /**
   * Sets the size of the shared team, at least 1. Waits for work under way; not to be called from
   * it.
   */
  public static synchronized void resize(int size) {
    ThreadTeam old = shared;
    if (old.size != size) {
      shared = new ThreadTeam(size);
      old.close();
    }
  }

  int size() {
    return size;
  }

  /** Does the work with as many threads as are free, and returns when all of it is done. */
  void run(Work task) {
    if (size == 1 || busy.isHeldByCurrentThread() || !busy.tryLock()) {
      task.run(0, 1);
      return;
    }
    try {
      if (closed) {
        task.run(0, 1);
        return;
      }
      share(task);
    } finally {
      busy.unlock();
    }
  }

  private void share(Work task) {
    work = task;
    running.set(helpers.length);
    round.incrementAndGet();
    if (sleeping.get() > 0) {
      for (Thread helper : helpers) {
        LockSupport.unpark(helper);
      }
    }
    attempt(task, 0);
    for (int spins = 0; running.get() > 0; spins++) {
      pause(spins);
    }
    work = null;
    Throwable fault = failure;
    if (fault != null) {
      failure = null;
      arrived.set(0);
      throw fault instanceof RuntimeException e ? e : new IllegalStateException(fault);
    }
  }

  private void attempt(Work task, int part) {
    try {
      task.run(part, size);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Keeps the first failure: others may only be its consequence. */
  private synchronized void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
  }

  /**
   * Waits until all parts have come here; no wait if there is one part.
   *
   * @throws IllegalStateException if another part failed
   */
  void barrier(int parts) {
    if (parts == 1) {
      return;
    }
    int now = generation;
    if (arrived.incrementAndGet() == parts) {
      arrived.set(0);
      generation = now + 1;
      return;
    }
    for (int spins = 0; generation == now; spins++) {
      if (failure != null) {
        throw new IllegalStateException("another part of this work failed");
      }
      pause(spins);
    }
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // On a busy machine the other one may need our processor.
  private static void pause(int spins) {
    if (spins % SPINS_BEFORE_YIELD == SPINS_BEFORE_YIELD - 1) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }

  private void help(int part) {
    int seen = 0;
    while (true) {
      awaitRound(seen);
      if (closed) {
        return;
      }
      seen = round.get();
      Work task = work;
      if (task != null) {
        attempt(task, part);
      }
      running.decrementAndGet();
    }
  }

  private void awaitRound(int seen) {
    for (int spins = 0; round.get() == seen && !closed; spins++) {
      if (spins < SPINS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        sleep(seen);
      }
    }
  }

  private void sleep(int seen) {
    sleeping.incrementAndGet();
    if (round.get() == seen && !closed) {
      LockSupport.park(this);
    }
    sleeping.decrementAndGet();
  }

  private void close() {
    busy.lock();
    try {
      closed = true;
      for (Thread helper : helpers) {
        LockSupport.unpark(helper);
      }
    } finally {
      busy.unlock();
    }
  }
}
