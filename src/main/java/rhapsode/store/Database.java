package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's H2 database: a file in a folder, or in memory for tests. Opening brings its tables to
 * the present version. At most one process holds a file at a time. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** Poems come one at a time: more connections would only wait for the same file. */
  private static final int CONNECTIONS = 4;

  /**
   * A file that is larger is rewritten on opening too: one that is always killed would only grow.
   */
  private static final long LARGE_BYTES = 32L << 20;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final H2Location location;
  private final HikariDataSource pool;

  private Database(H2Location location) {
    this.location = location;
    this.pool = pool(location.source());
  }

  /**
   * Opens the database in a folder, or makes it there.
   *
   * @param folder made if it does not exist
   * @throws StoreException if it cannot be opened: its subclass says why
   */
  public static Database open(Path folder) {
    return open(H2Location.folder(folder));
  }

  /**
   * Opens the encrypted database in a folder (AES), or makes it there. What was made without a key
   * does not open with one, nor the other way round.
   *
   * @param key at least 16 characters without blanks, better long and random: H2 does little to
   *     slow down guessing. Without it nobody can read the poems again.
   * @throws StoreException if it cannot be opened: its subclass says why
   */
  public static Database open(Path folder, String key) {
    return open(H2Location.folder(folder).encrypted(key));
  }

  /** Makes an empty database that is gone when it is closed. */
  public static Database inMemory() {
    return open(H2Location.memory(UUID.randomUUID().toString()));
  }

  static Database open(H2Location location) {
    location.prepare();
    compactIfAbove(LARGE_BYTES, location);
    JdbcDataSource source = location.source();
    // Held until the pool has its own, or H2 would close the file in between.
    try (Connection first = source.getConnection()) {
      Migrations.run(source);
      FingerprintRows.drawSalt(new Statements(first));
      Jdbc.sync(first);
      location.syncFolder();
      return new Database(location);
    } catch (SQLException | FlywayException e) {
      throw Failures.of(e, location.place());
    }
  }

  static void compactIfAbove(long bytes, H2Location location) {
    if (location.fileBytes() <= bytes) {
      return;
    }
    try {
      execute("SHUTDOWN COMPACT", location);
    } catch (SQLException e) {
      // The file is as it was, for H2 writes a new one beside it. What is amiss, opening will tell.
      LOG.info("The file stays large. {}", Failures.of(e, location.place()).sentence());
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

  Jdbc jdbc() {
    return new Jdbc(pool, this::afterFailure, location.place());
  }

  /**
   * Lets the calls under way end, then closes the database and rewrites its file without what was
   * withdrawn or overwritten. Calls that come later fail. Closing again does nothing.
   */
  @Override
  public void close() {
    if (pool.isClosed()) {
      return;
    }
    pool.close();
    try {
      execute(location.isFile() ? "SHUTDOWN COMPACT" : "SHUTDOWN", location);
    } catch (SQLException e) {
      throw Failures.of(e, location.place());
    }
  }

  /**
   * A failed write, say on a full disk, leaves H2 in a state in which no later one succeeds, for as
   * long as any connection is open. So that state is dropped, as by a kill, and the next call opens
   * the file anew with all that was acknowledged.
   */
  private void afterFailure(SQLException failure) {
    if (location.isFile() && Failures.isOfTheFile(failure)) {
      try {
        execute("SHUTDOWN IMMEDIATELY", location);
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
    if (!pool.isClosed()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  private static void execute(String command, H2Location location) throws SQLException {
    try (Connection connection = location.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static HikariDataSource pool(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rhapsode-store");
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    // A connection to a file in this very process does not wear out.
    config.setMaxLifetime(0);
    return new HikariDataSource(config);
  }
}
