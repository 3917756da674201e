package rhapsode.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import rhapsode.learning.Follower;
import rhapsode.store.Database;
import rhapsode.store.Membership;

/** Keeps company with the other processes on one database, if there can be any. Thread-safe. */
final class Company implements AutoCloseable {
  /**
   * How often something is done.
   *
   * @param beat between two signs of life
   * @param follow between two looks at which model is in service
   */
  record Rhythm(Duration beat, Duration follow) {
    static final Rhythm USUAL = new Rhythm(Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  private final Membership membership;
  private final boolean shared;
  private final Rhythm rhythm;

  /** Apart from all that takes longer: it must not be taken for dead while it reads a model. */
  private final ScheduledExecutorService heart = thread("heart");

  private final ScheduledExecutorService followers = thread("follower");

  private Company(Membership membership, boolean shared, Rhythm rhythm) {
    this.rhythm = rhythm;
    this.membership = membership;
    this.shared = shared;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(new DaemonThreads(name));
  }

  /**
   * Joins them; closes the database if that fails.
   *
   * @throws rhapsode.store.StoreException if the database does not answer
   */
  static Company join(Database database, Settings.Member settings, InstantSource clock) {
    int patience = (int) (settings.silence() / Rhythm.USUAL.beat().toSeconds());
    return join(database, settings.name(), patience, clock, Rhythm.USUAL);
  }

  static Company join(
      Database database, String name, int patience, InstantSource clock, Rhythm rhythm) {
    Membership membership = joined(database, name, patience, clock);
    var company = new Company(membership, database.isShared(), rhythm);
    company.often(company.heart, rhythm.beat(), membership::beat);
    return company;
  }

  /** Where there can be no other process there is nothing to do. */
  private void often(ScheduledExecutorService thread, Duration pause, Runnable task) {
    if (shared) {
      thread.scheduleWithFixedDelay(
          task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Membership joined(
      Database database, String name, int patience, InstantSource clock) {
    try {
      return Membership.join(database, name, patience, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** From now on the model that any of them puts into service writes here too. */
  void follow(Follower follower) {
    often(followers, rhythm.follow(), follower::follow);
  }

  Membership membership() {
    return membership;
  }

  /** Follows no longer; what others see of it stays as it is. */
  void silence() {
    followers.shutdown();
  }

  /** Leaves; the others take over at once. */
  @Override
  public void close() {
    heart.shutdown();
    membership.close();
  }
}
