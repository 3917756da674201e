package rhapsode.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Spares callers the wait for a server that is gone (Nygard 2018, "Release It!", chapter 5): a pool
 * lets each of them wait for seconds, and in a busy chat they would queue up for minutes. Once one
 * has waited in vain, others fail at once; every two seconds one may wait again, and the first that
 * gets a connection lets all others in. Thread-safe.
 */
final class CircuitBreaker implements Jdbc.Connections {
  static final long PAUSE_NANOS = 2_000_000_000L;

  private final Jdbc.Connections connections;
  private final BooleanSupplier gone;
  private final LongSupplier nanoTime;
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile @Nullable Break broken;

  /**
   * When the server was found to be gone.
   *
   * @param since in nanoseconds
   * @param reason what the last one who waited was told
   */
  private record Break(long since, SQLException reason) {}

  /**
   * A breaker in front of a pool.
   *
   * @param gone whether the pool has no connection at all, rather than none to spare
   */
  CircuitBreaker(Jdbc.Connections connections, BooleanSupplier gone, LongSupplier nanoTime) {
    this.connections = connections;
    this.gone = gone;
    this.nanoTime = nanoTime;
  }

  @Override
  public Connection borrow() throws SQLException {
    Break before = broken;
    if (before == null) {
      return attempt();
    }
    if (nanoTime.getAsLong() - before.since() < PAUSE_NANOS || !trying.compareAndSet(false, true)) {
      throw new RefusedException(before.reason());
    }
    try {
      return attempt();
    } finally {
      trying.set(false);
    }
  }

  private Connection attempt() throws SQLException {
    try {
      Connection connection = connections.borrow();
      broken = null;
      return connection;
    } catch (SQLException e) {
      if (gone.getAsBoolean()) {
        broken = new Break(nanoTime.getAsLong(), e);
      }
      throw e;
    }
  }
}
