package rhapsode.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * What a database turns out to be when it is looked at and left as it is.
 *
 * @param missing migrations that the next start will apply
 * @param model name of the model in service; empty for the shipped one
 * @param newest when the newest of its rows was written; empty if it has none
 */
public record Inspection(int missing, Optional<String> model, Optional<Instant> newest) {
  /** Each table, and the column that says when a row of it was written. */
  private static final Map<String, String> WRITTEN_AT =
      Map.of(
          "poem", "submitted_at",
          "model_version", "trained_at",
          "written_poem", "written_at",
          "decision", "decided_at");

  private static final String TABLES =
      "select lower(table_name) from information_schema.tables where table_schema = current_schema";

  private static final String IN_SERVICE = "select name from model_version where in_service";

  /**
   * Reads a database; makes and changes none. As long as it reads one of a folder, no other process
   * can open it.
   *
   * @return empty if there is none
   * @throws StoreException if it could not be opened at a start: its subclass says why
   */
  public static Optional<Inspection> of(DatabaseAddress address) {
    return of(address.engine());
  }

  static Optional<Inspection> of(Engine engine) {
    if (!engine.isThere()) {
      return Optional.empty();
    }
    engine.prepare();
    DataSource source = engine.readOnly().source();
    // Held until the end, or H2 would close the file in between.
    try (Connection connection = source.getConnection()) {
      int missing = Migrations.missing(source);
      var on = new Statements(connection);
      return Optional.of(new Inspection(missing, model(on), newest(on, tables(on))));
    } catch (SQLException | FlywayException e) {
      throw Failures.of(e, engine.place());
    }
  }

  /** Names of the tables that are there. */
  static List<String> tables(Statements on) throws SQLException {
    return on.list(Inspection::name, TABLES);
  }

  /** Name of the model in service. */
  static Optional<String> model(Statements on) throws SQLException {
    return tables(on).contains("model_version")
        ? on.list(Inspection::name, IN_SERVICE).stream().findFirst()
        : Optional.empty();
  }

  private static Optional<Instant> newest(Statements on, List<String> tables) throws SQLException {
    var rows = new ArrayList<Instant>();
    for (var table : WRITTEN_AT.entrySet()) {
      if (tables.contains(table.getKey())) {
        String latest =
            "select %2$s as latest from %1$s order by %2$s desc fetch first row only"
                .formatted(table.getKey(), table.getValue());
        rows.addAll(on.list(row -> Statements.instant(row, "latest"), latest));
      }
    }
    return rows.stream().max(Comparator.naturalOrder());
  }

  private static String name(ResultSet row) throws SQLException {
    return row.getString(1);
  }
}
