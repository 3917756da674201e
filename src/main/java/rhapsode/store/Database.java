package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.flywaydb.core.api.FlywayException;

/**
 * The bot's database, of H2 or of PostgreSQL. Opening brings its tables to the present version. A
 * folder's is held by one process at a time, a server's by as many as like. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final long FAILS_AT_ONCE = 1;
  private static final long NEVER_FAILS = -1;

  private final DatabaseAddress address;
  private final Engine engine;
  private volatile HikariDataSource pool;

  private final CircuitBreaker breaker =
      new CircuitBreaker(
          () -> pool.getConnection(),
          () -> pool.getHikariPoolMXBean().getTotalConnections() == 0,
          System::nanoTime);

  /** Shared by all calls; whoever has it alone may take the connections away. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private Database(DatabaseAddress address) {
    this.address = address;
    this.engine = address.engine();
    this.pool = pool(engine, FAILS_AT_ONCE);
  }

  /**
   * Opens a database; makes it, where it is of a folder and not there.
   *
   * @throws StoreException if it cannot be opened: its subclass says why
   */
  public static Database open(DatabaseAddress address) {
    Engine engine = address.engine();
    engine.prepare();
    // Held until the pool has its own, or H2 would close the file in between.
    try (Connection first = engine.open()) {
      FingerprintRows.drawSalt(new Statements(first));
      engine.force(first);
      engine.forceCreation();
      return new Database(address);
    } catch (SQLException | IOException | FlywayException e) {
      throw Failures.of(e, engine.place());
    }
  }

  /**
   * How the connections are used.
   *
   * @param active lent out
   * @param idle to be had at once
   * @param waiting threads that wait for one
   * @param most that there will ever be
   */
  public record Connections(int active, int idle, int waiting, int most) {}

  /** How the connections are used now; asks the pool and not the database. */
  public Connections connections() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new Connections(
        now.getActiveConnections(),
        now.getIdleConnections(),
        now.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  /**
   * Opens the database in a folder, or makes it there; see {@link DatabaseAddress#folder(Path)}.
   */
  public static Database open(Path folder) {
    return open(DatabaseAddress.folder(folder));
  }

  /** Makes an empty database that is gone when it is closed. */
  public static Database inMemory() {
    return open(DatabaseAddress.memory());
  }

  Jdbc jdbc() {
    return new Jdbc(breaker, gate.readLock(), this::afterFailure, engine);
  }

  /** Whether other processes may have it open too. */
  public boolean isShared() {
    return engine.isShared();
  }

  Engine engine() {
    return engine;
  }

  DatabaseAddress address() {
    return address;
  }

  /** Where it is, for people. */
  public String place() {
    return engine.place();
  }

  /**
   * Rewrites the file of a folder's database if more than half of it is of no use any more: it only
   * grows while it is open. Calls wait meanwhile, a second for some thousand poems. To be called
   * now and then; mostly does nothing, and never throws.
   */
  public synchronized void tidy() {
    if (pool.isClosed() || !engine.isUntidy()) {
      return;
    }
    Lock alone = gate.writeLock();
    alone.lock();
    try {
      pool.close();
      engine.tidy();
      pool = pool(engine, NEVER_FAILS);
    } finally {
      alone.unlock();
    }
  }

  /**
   * Lets the calls under way end, then closes the database; one of a folder is rewritten without
   * what was withdrawn or overwritten. Calls that come later fail. Closing again does nothing.
   */
  @Override
  public synchronized void close() {
    if (pool.isClosed()) {
      return;
    }
    pool.close();
    try {
      engine.close();
    } catch (SQLException e) {
      throw Failures.of(e, engine.place());
    }
  }

  private void afterFailure(SQLException failure) {
    try {
      engine.recover(failure);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    if (!pool.isClosed()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  /**
   * @param patience milliseconds after which it fails if there is no connection; or never
   */
  private static HikariDataSource pool(Engine engine, long patience) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rhapsode-store");
    config.setInitializationFailTimeout(patience);
    engine.tune(config);
    return new HikariDataSource(config);
  }
}
