package rhapsode.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables to the version of this program: {@code db/migration} on the path. */
final class Migrations {
  /** The version of the last script. */
  static final String NEWEST = "12";

  private static final String APPLIED =
      "select \"version\", \"success\" from \"flyway_schema_history\" order by \"installed_rank\"";

  private Migrations() {}

  /**
   * Opens a connection and applies what is missing; a script that fails is undone where the
   * database can undo it.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails, or if the database holds
   *     one that this program does not know
   */
  static Connection open(DataSource source) throws SQLException {
    // Held, or H2 would close the database in between.
    Connection connection = source.getConnection();
    try {
      if (!isCurrent(connection)) {
        flyway(source).migrate();
      }
      return connection;
    } catch (RuntimeException e) {
      close(connection, e);
      throw e;
    }
  }

  /** Closes what is of no use after a failure. */
  static void close(Connection connection, Exception reason) {
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /** Whether nothing is missing. */
  static boolean isCurrent(Connection connection) {
    return state(connection) == State.CURRENT;
  }

  /** How far a database is. */
  enum State {
    NEW,
    OTHER,
    CURRENT
  }

  /**
   * How far a database is: at the end, if its history ends with the last script. Flyway is not
   * asked, for only to find that out takes it a tenth of a start.
   */
  static State state(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement(APPLIED);
        ResultSet rows = statement.executeQuery()) {
      boolean current = false;
      while (rows.next()) {
        current = NEWEST.equals(rows.getString(1));
        if (!rows.getBoolean(2)) {
          return State.OTHER;
        }
      }
      return current ? State.CURRENT : State.OTHER;
    } catch (SQLException e) {
      return State.NEW; // There is no history yet, or Flyway will say what is wrong.
    }
  }

  /**
   * How many are missing; applies none.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database holds one that this program does
   *     not know
   */
  static int missing(DataSource source) {
    Flyway flyway = flyway(source, "*:pending");
    flyway.validate();
    return flyway.info().pending().length;
  }

  /**
   * @param ignored what is no reason to refuse a database; by default one of a newer version would
   *     be accepted, and misread
   */
  private static Flyway flyway(DataSource source, String... ignored) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .loggers(FlywayLog.class.getName())
        .dataSource(source)
        .locations("classpath:db/migration")
        .ignoreMigrationPatterns(ignored)
        .load();
  }
}
