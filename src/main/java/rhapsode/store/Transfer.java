package rhapsode.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rhapsode.store.Tables.Table;

/**
 * Carries all data from one database into another, empty one, of the same kind or of the other, and
 * proves that it arrived: rows are counted and summed on both sides before anything counts as
 * written. Thread-safe.
 */
public final class Transfer {
  private static final int ROWS_AT_ONCE = 1000;

  private Transfer() {}

  /**
   * What a table brought.
   *
   * @param sum what its rows add up to, the same on both sides: 64 hexadecimal digits
   */
  public record Moved(String table, long rows, String sum) {}

  /**
   * Copies everything; on a failure the target stays empty. The source is read as it was at one
   * moment and is not changed, though its tables are brought to the present version.
   *
   * @param from is opened; nobody else may hold it, where it is of a folder
   * @param to is opened, or made
   * @return each table
   * @throws StoreException if one of them does not open, if the target holds something already, or
   *     if what arrived is not what left
   */
  public static List<Moved> copy(DatabaseAddress from, DatabaseAddress to) {
    try (Database source = Database.open(from);
        Database target = Database.open(to)) {
      return copy(source, target);
    }
  }

  static List<Moved> copy(Database source, Database target) {
    return source
        .jdbc()
        .snapshot(
            reading -> {
              checkEmpty(target);
              number(reading, target);
              return target.jdbc().write(writing -> copy(reading, writing, target.place()));
            });
  }

  private static void checkEmpty(Database target) {
    for (Table table : Tables.ALL) {
      if (!Tables.BEGUN.contains(table.name())
          && !target
              .jdbc()
              .list(row -> 1, "select 1 from " + table.name() + " fetch first 1 rows only")
              .isEmpty()) {
        throw new DatabaseNotEmptyException(
            target.place(), new IllegalStateException(table.name()));
      }
    }
  }

  /**
   * Lets the target's numbers go on behind the source's. It comes first, since H2 ends a
   * transaction where a table is altered; in an empty table it harms nobody.
   */
  private static void number(Statements reading, Database target) throws SQLException {
    for (Table table : Tables.ALL) {
      if (table.numbered()) {
        long last =
            reading
                .list(row -> row.getLong(1), "select coalesce(max(id), 0) from " + table.name())
                .get(0);
        target
            .jdbc()
            .write(
                on ->
                    on.update(
                        "alter table %s alter column id restart with %d"
                            .formatted(table.name(), last + 1)));
      }
    }
  }

  private static List<Moved> copy(Statements reading, Statements writing, String place)
      throws SQLException {
    for (String begun : Tables.BEGUN) {
      writing.update("delete from " + begun);
    }
    var moved = new ArrayList<Moved>();
    for (Table table : Tables.ALL) {
      TableSum.Result left = copy(table.name(), reading.connection(), writing.connection());
      TableSum.Result arrived = sum(table.name(), writing.connection());
      if (!left.equals(arrived)) {
        throw new StoreException(
            "The rows of the table %s that arrived %s are not those that left; nothing was moved."
                .formatted(table.name(), place),
            new IllegalStateException(left + " and " + arrived));
      }
      moved.add(new Moved(left.table(), left.rows(), left.sum()));
    }
    return moved;
  }

  /** Carries some rows of a table over, which has the same columns on both sides. */
  static void copyRows(String table, String condition, Connection from, Connection to)
      throws SQLException {
    try (var insertion = new Insertion(table, to)) {
      read(table + " where " + condition, from, insertion::add);
      insertion.flush();
    }
  }

  /**
   * Counts and sums those of the tables that are there, and so reads every row: an older version
   * had fewer.
   */
  static List<Moved> sums(Statements reading) throws SQLException {
    List<String> there = Inspection.tables(reading);
    var sums = new ArrayList<Moved>();
    for (Table table : Tables.ALL) {
      if (there.contains(table.name())) {
        TableSum.Result sum = sum(table.name(), reading.connection());
        sums.add(new Moved(sum.table(), sum.rows(), sum.sum()));
      }
    }
    return sums;
  }

  private interface Taker {
    void take(List<String> columns, List<@Nullable Object> row) throws SQLException;
  }

  private static TableSum.Result copy(String table, Connection from, Connection to)
      throws SQLException {
    var sum = new TableSum();
    try (var insertion = new Insertion(table, to)) {
      read(
          table,
          from,
          (columns, row) -> {
            sum.add(row);
            insertion.add(columns, row);
          });
      insertion.flush();
    }
    return sum.of(table);
  }

  private static TableSum.Result sum(String table, Connection from) throws SQLException {
    var sum = new TableSum();
    read(table, from, (columns, row) -> sum.add(row));
    return sum.of(table);
  }

  private static void read(String table, Connection from, Taker taker) throws SQLException {
    try (Statement statement = from.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery("select * from " + table)) {
        var columns = columns(rows.getMetaData());
        List<String> names = List.copyOf(columns.keySet());
        while (rows.next()) {
          var row = new ArrayList<@Nullable Object>(names.size());
          for (Column column : columns.values()) {
            row.add(
                column.isTime()
                    ? rows.getObject(column.place(), OffsetDateTime.class)
                    : rows.getObject(column.place()));
          }
          taker.take(names, row);
        }
      }
    }
  }

  private record Column(int place, boolean isTime) {}

  /** In the order of their names, for that of the tables depends on which migrations made them. */
  private static Map<String, Column> columns(ResultSetMetaData meta) throws SQLException {
    var columns = new TreeMap<String, Column>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      String type = meta.getColumnTypeName(i).toLowerCase(Locale.ROOT);
      columns.put(
          meta.getColumnName(i).toLowerCase(Locale.ROOT),
          new Column(i, type.startsWith("timestamp")));
    }
    return columns;
  }

  /** Writes rows many at a time. */
  private static final class Insertion implements AutoCloseable {
    private final String table;
    private final Connection to;
    private @Nullable PreparedStatement statement;
    private int waiting;

    Insertion(String table, Connection to) {
      this.table = table;
      this.to = to;
    }

    void add(List<String> columns, List<@Nullable Object> row) throws SQLException {
      PreparedStatement into = statement == null ? prepare(columns) : statement;
      statement = into;
      for (int i = 0; i < row.size(); i++) {
        into.setObject(i + 1, row.get(i));
      }
      into.addBatch();
      if (++waiting == ROWS_AT_ONCE) {
        flush();
      }
    }

    private PreparedStatement prepare(List<String> columns) throws SQLException {
      return to.prepareStatement(
          "insert into %s (%s) overriding system value values (%s)"
              .formatted(
                  table,
                  String.join(", ", columns),
                  String.join(", ", Collections.nCopies(columns.size(), "?"))));
    }

    void flush() throws SQLException {
      if (statement != null && waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      if (statement != null) {
        statement.close();
      }
    }
  }
}
