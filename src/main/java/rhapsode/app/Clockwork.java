package rhapsode.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.learning.Bell;
import rhapsode.store.Database;

/**
 * What is looked at every minute: whether a training is due, and, on a thread of its own since it
 * may take long, whether the database is to be tidied and backed up. Thread-safe.
 */
final class Clockwork {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  private final ScheduledExecutorService trainings = thread("bell");
  private final ScheduledExecutorService upkeep = thread("upkeep");
  private final BooleanSupplier onDuty;

  /**
   * Stands still.
   *
   * @param onDuty whether this process is the one that does it for all
   */
  Clockwork(BooleanSupplier onDuty) {
    this.onDuty = onDuty;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(new DaemonThreads(name));
  }

  /** Trainings that nobody asks for begin from now on. */
  void ring(Bell bell) {
    everyMinute(trainings, () -> bell.look(onDuty.getAsBoolean()));
  }

  /** A database is kept small from now on, and backed up. */
  void keep(Database database, NightlyBackup backup) {
    everyMinute(
        upkeep,
        () -> {
          database.tidy();
          backup.look(onDuty.getAsBoolean());
        });
  }

  /** Does something once, beside what comes every minute. */
  void soon(Runnable task) {
    upkeep.execute(whateverHappens(task));
  }

  /** Does something every day, beside what comes every minute. */
  void daily(Runnable task) {
    upkeep.scheduleWithFixedDelay(whateverHappens(task), 1, 1, TimeUnit.DAYS);
  }

  private static Runnable whateverHappens(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (CancellationException e) {
        LOG.debug("The end came first", e);
      } catch (RuntimeException e) {
        LOG.error("Something that is done beside people's requests failed", e);
      }
    };
  }

  private static void everyMinute(ScheduledExecutorService thread, Runnable look) {
    thread.scheduleWithFixedDelay(look, 1, 1, TimeUnit.MINUTES);
  }

  /** Begins nothing any more. */
  void stop() {
    trainings.shutdown();
    upkeep.shutdown();
  }

  /** Waits for what it began; whether that has ended. */
  boolean awaitEnd(long seconds) throws InterruptedException {
    return upkeep.awaitTermination(seconds, TimeUnit.SECONDS);
  }
}
