package rhapsode.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL on one connection, with every value bound and none ever in the SQL. Instants are bound
 * as times with a zone. Not thread-safe.
 */
final class Statements {
  /** Reads the row that the result stands on. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  Statements(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  <T> List<T> list(Row<T> row, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = bind(connection.prepareStatement(sql), values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.read(result));
      }
      return rows;
    }
  }

  /** Returns how many rows were changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = bind(connection.prepareStatement(sql), values)) {
      return statement.executeUpdate();
    }
  }

  /** Does the same for each of several lists of values, in one go. */
  void each(String sql, List<Object[]> all) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] values : all) {
        bind(statement, values).addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Inserts one row and returns the {@code id} that the database gave it. */
  long insert(String sql, @Nullable Object... values) throws SQLException {
    String[] generated = {"id"};
    try (PreparedStatement statement = bind(connection.prepareStatement(sql, generated), values)) {
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1,
          value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value);
    }
    return statement;
  }
}
