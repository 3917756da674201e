package rhapsode.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.community.Author;

/**
 * What people took back after a backup was written: withdrawn poems, persons who were erased, what
 * was deleted. The database that the backup replaces still tells it, so it is taken out of the
 * backup's copy before that takes its place.
 */
final class TakenBack {
  private static final String POEM =
      "select id, platform, author_id, submitted_at, status, withdrawn_at from poem where ";

  private static final String WRITTEN = "select id, written_at from written_poem where ";

  /** What the next row will be numbered. */
  private static final String NEXT =
      """
      select identity_base from information_schema.columns
      where table_schema = current_schema and lower(table_name) = ? and lower(column_name) = 'id'
      """;

  private static final Logger LOG = LoggerFactory.getLogger(TakenBack.class);

  /** A table from which rows go without a trace, and what tells them from each other. */
  private record Table(String name, List<String> key) {
    String keys() {
      return "select " + String.join(", ", key) + " from " + name;
    }

    String where() {
      return " from " + name + " where " + String.join(" = ? and ", key) + " = ?";
    }

    Object[] key(ResultSet row) throws SQLException {
      var values = new Object[key.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.getObject(i + 1);
      }
      return values;
    }
  }

  /** Likes come first, for they go with the poem. */
  private static final List<Table> DELETED =
      List.of(
          new Table("poem_vote", List.of("poem_id", "platform", "author_id")),
          new Table("poem_like", List.of("written_poem_id", "platform", "author_id")),
          new Table("written_poem", List.of("id")));

  private record Poem(long id, Author author, Instant submitted, Optional<Instant> withdrawn) {
    static Poem read(ResultSet row) throws SQLException {
      return new Poem(
          row.getLong("id"),
          new Author(row.getString("platform"), row.getString("author_id"), ""),
          Statements.instant(row, "submitted_at"),
          row.getString("status").equals("WITHDRAWN")
              ? Optional.of(Statements.instant(row, "withdrawn_at"))
              : Optional.empty());
    }

    boolean isErased() {
      return author.id().equals(Author.ERASED);
    }

    /** After an earlier backup was put back, numbers are given a second time. */
    boolean isThe(Poem other) {
      return id == other.id
          && submitted.equals(other.submitted)
          && author.platform().equals(other.author.platform());
    }
  }

  private record Written(long id, Instant at) {
    static Written read(ResultSet row) throws SQLException {
      return new Written(row.getLong("id"), Statements.instant(row, "written_at"));
    }
  }

  /** The replaced database cannot be read to its end. */
  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(SQLException cause) {
      super(cause);
    }
  }

  private final Statements replaced;
  private final Jdbc copy;

  private TakenBack(Statements replaced, Jdbc copy) {
    this.replaced = replaced;
    this.copy = copy;
  }

  /**
   * Takes out of a copy what was taken back in the database that it will replace.
   *
   * @return why that database did not tell all of it, in a sentence; empty if it did
   * @throws DatabaseInUseException if that one is in use
   * @throws StoreException if the copy cannot be changed
   */
  static Optional<String> outOf(Database copy, Engine replaced) {
    Connection connection;
    try {
      connection = open(replaced);
    } catch (DatabaseInUseException e) {
      throw e;
    } catch (StoreException e) {
      // A damaged one, or one with another key, is as good a reason to put a backup back.
      LOG.info("The database {} that is replaced does not open", replaced.place(), e);
      return Optional.of("The database that was replaced does not open: " + e.sentence());
    }
    copy.engine().erasing();
    try (connection) {
      return new TakenBack(new Statements(connection), copy.jdbc()).run()
          ? Optional.empty()
          : Optional.of("The database that was replaced does not go on where the backup ends.");
    } catch (UnreadableException | SQLException e) {
      LOG.info("The database {} that is replaced is damaged", replaced.place(), e);
      return Optional.of("The database that was replaced cannot be read to its end.");
    }
  }

  private static Connection open(Engine replaced) {
    replaced.prepare();
    try {
      return replaced.readOnly().source().getConnection();
    } catch (SQLException e) {
      throw Failures.of(e, replaced.place());
    }
  }

  private boolean run() throws SQLException {
    List<String> tables = Inspection.tables(replaced);
    if (!tables.contains("poem")) {
      return false;
    }
    withdraw();
    if (!tables.contains("fingerprint_salt") || !goesOn()) {
      return false;
    }
    DELETED.forEach(this::delete);
    if (!Migrations.isCurrent(replaced.connection())) {
      return false; // Its rows may have other columns.
    }
    keepTombstones();
    return true;
  }

  private <T> List<T> read(Statements.Row<T> row, String sql, Object... values) {
    try {
      return replaced.list(row, sql, values);
    } catch (SQLException e) {
      throw new UnreadableException(e);
    }
  }

  private void withdraw() {
    List<Poem> gone = read(Poem::read, POEM + "status = 'WITHDRAWN'");
    copy.write(
        on -> {
          for (Poem withdrawn : gone) {
            for (Poem poem : on.list(Poem::read, POEM + "id = ?", withdrawn.id())) {
              if (poem.isThe(withdrawn)) {
                withdraw(on, poem, withdrawn);
              }
            }
          }
          return forgetModels(on);
        });
  }

  private static void withdraw(Statements on, Poem poem, Poem gone) throws SQLException {
    Instant at = gone.withdrawn().orElseThrow();
    if (!gone.isErased()) {
      JdbcPoemStore.withdraw(on, poem.id(), poem.author(), at);
    } else if (!poem.isErased()) {
      // All that the backup has of them is older than the day on which they had it erased.
      JdbcPersonalRecords.erase(on, poem.author(), at);
    }
  }

  /** It may have been let go of already, and must not come back. */
  private static int forgetModels(Statements on) throws SQLException {
    return on.update(
        """
        update model_version set state = 'FORGOTTEN', in_service = null
        where in_service and name in
          (select model from training_run join lesson on run_id = training_run.id
            join poem on poem.id = poem_id where status = 'WITHDRAWN')
        """);
  }

  /**
   * Whether all that the copy holds was once in the database that is replaced, so that what is not
   * there now was deleted: they began as one, the copy's last poem came to both, and no number was
   * given a second time since.
   */
  private boolean goesOn() {
    if (!read(TakenBack::salt, FingerprintRows.SALT)
        .equals(copy.list(TakenBack::salt, FingerprintRows.SALT))) {
      return false;
    }
    List<Poem> last = copy.list(Poem::read, POEM + "id = (select max(id) from poem)");
    boolean known =
        last.isEmpty()
            || read(Poem::read, POEM + "id = ?", last.get(0).id()).stream()
                .anyMatch(last.get(0)::isThe);
    return known
        && next("poem") >= copyNext("poem")
        && next("written_poem") >= copyNext("written_poem")
        && copy.list(Written::read, WRITTEN + "true").stream().noneMatch(this::isAnother);
  }

  private boolean isAnother(Written poem) {
    return read(Written::read, WRITTEN + "id = ?", poem.id()).stream()
        .anyMatch(there -> !there.equals(poem));
  }

  private static String salt(ResultSet row) throws SQLException {
    return row.getString("salt");
  }

  private long next(String table) {
    return read(row -> row.getLong(1), NEXT, table).get(0);
  }

  private long copyNext(String table) {
    return copy.list(row -> row.getLong(1), NEXT, table).get(0);
  }

  private void delete(Table table) {
    var missing = new ArrayList<Object[]>();
    for (Object[] key : copy.list(table::key, table.keys())) {
      if (read(row -> row, "select 1" + table.where(), key).isEmpty()) {
        missing.add(key);
      }
    }
    copy.write(
        on -> {
          on.each("delete" + table.where(), missing);
          if (table.name().equals("poem_vote")) {
            on.each(
                "update poem set likes = likes - 1 where id = ?",
                missing.stream().map(key -> new Object[] {key[0]}).toList());
          }
          return missing.size();
        });
  }

  /** What was given after the backup and withdrawn must not come back by an import either. */
  private void keepTombstones() {
    long last = copy.list(row -> row.getLong(1), "select coalesce(max(id), 0) from poem").get(0);
    String those = "status = 'WITHDRAWN' and id > " + last;
    List<Long> ids = read(row -> row.getLong("id"), POEM + those + " order by id");
    if (ids.isEmpty()) {
      return;
    }
    copy.write(
        on -> {
          Transfer.copyRows("poem", those, replaced.connection(), on.connection());
          Transfer.copyRows(
              "poem_fingerprint",
              "poem_id in (select id from poem where " + those + ")",
              replaced.connection(),
              on.connection());
          return ids.size();
        });
    copy.write(
        on ->
            on.update(
                "alter table poem alter column id restart with " + (ids.get(ids.size() - 1) + 1)));
  }
}
