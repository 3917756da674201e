package rhapsode.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * As much of JDBC as the stores need: parameters, rows, transactions, and the promise that what was
 * written stays written. Thread-safe.
 */
final class Jdbc {
  private final DataSource source;
  private final boolean durable;

  /** With {@code durable}, every transaction that wrote is forced to the disk before it returns. */
  Jdbc(DataSource source, boolean durable) {
    this.source = source;
    this.durable = durable;
  }

  /** Work inside a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Runs work that writes. When this returns, the work is safe. */
  <T> T write(Work<T> work) {
    return transaction(work, durable);
  }

  private <T> T transaction(Work<T> work, boolean force) {
    try (Connection connection = source.getConnection()) {
      try {
        T result = work.in(connection);
        connection.commit();
        if (force) {
          try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
          }
          connection.commit();
        }
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The rows of a query. */
  <T> List<T> query(Row<T> row, String sql, @Nullable Object... parameters) {
    return transaction(connection -> query(connection, row, sql, parameters), false);
  }

  static <T> List<T> query(
      Connection connection, Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, false, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(row.of(rows));
      }
      return result;
    }
  }

  /** Changes rows; says how many. */
  static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, false, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** Adds a row; gives the key that the database made for it. */
  static long insert(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, true, parameters)) {
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, boolean keys, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement =
        keys
            ? connection.prepareStatement(sql, new String[] {"id"})
            : connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      statement.setObject(
          i + 1,
          value instanceof Instant instant
              ? instant.atOffset(ZoneOffset.UTC)
              : value instanceof Enum<?> name ? name.name() : value);
    }
    return statement;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
  }

  private static StoreException failed(SQLException cause) {
    return new StoreException(
        "The database cannot be used right now; nothing was changed. Check the disk and the log, and try again.",
        cause);
  }
}
