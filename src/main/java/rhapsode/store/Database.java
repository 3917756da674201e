package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The H2 database: a pool of connections to a migrated schema. Thread-safe; close it last.
 *
 * <p>{@code WRITE_DELAY=0} hands every commit to the operating system before it returns, so that it
 * survives the death of the process; {@link Jdbc} adds the fsync that survives the loss of power.
 * The {@code async:} file system is there because an interrupted thread closes a plain file channel
 * and with it the database.
 */
public final class Database implements AutoCloseable {
  private static final int IN_USE = 90020;
  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final boolean durable;

  private Database(HikariDataSource pool, boolean durable) {
    this.pool = pool;
    this.durable = durable;
  }

  /**
   * Opens, or makes, the database in a folder.
   *
   * @throws DatabaseInUseException if another process has it open
   * @throws StoreException if it cannot be opened for another reason
   */
  public static Database open(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve("rhapsode");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          "The data folder %s cannot be made; check the path and the permissions."
              .formatted(folder),
          e);
    }
    String url = "jdbc:h2:async:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    return open(url, folder, true);
  }

  /** A new one in memory, gone when it is closed. */
  public static Database inMemory() {
    return open(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", Path.of("memory"), false);
  }

  private static Database open(String url, Path folder, boolean durable) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("rhapsode");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(1);
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw unusable(folder, e);
    }
    try {
      Flyway.configure().dataSource(pool).load().migrate();
      return new Database(pool, durable);
    } catch (FlywayException e) {
      pool.close();
      throw new StoreException(
          "The database in %s is not one of this version of Rhapsode; restore a backup or use the version that wrote it."
              .formatted(folder),
          e);
    }
  }

  private static StoreException unusable(Path folder, RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == IN_USE) {
        return new DatabaseInUseException(folder, fault);
      }
    }
    return new StoreException(
        "The database in %s cannot be opened; check that the folder can be written and its disk is not full, or restore a backup."
            .formatted(folder),
        fault);
  }

  Jdbc jdbc() {
    return new Jdbc(pool, durable);
  }

  @Override
  public void close() {
    pool.close(); // H2 closes the database with its last connection.
  }
}
