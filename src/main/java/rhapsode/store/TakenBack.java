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

  private final Statements replaced;
  private final Statements copy;

  private TakenBack(Statements replaced, Statements copy) {
    this.replaced = replaced;
    this.copy = copy;
  }

  /**
   * Takes out of a copy what was taken back in the database that it will replace.
   *
   * @return whether that database told all of it: it can be read, and goes on where the copy ends
   * @throws StoreException if the copy cannot be opened
   */
  static boolean outOf(DatabaseAddress copy, Engine replaced) {
    if (replaced.isShared() || !replaced.isThere()) {
      return false;
    }
    try (Database target = Database.open(copy)) {
      target.engine().erasing();
      return outOf(target, replaced);
    }
  }

  private static boolean outOf(Database copy, Engine replaced) {
    try {
      replaced.prepare();
      try (Connection connection = replaced.readOnly().source().getConnection()) {
        var from = new Statements(connection);
        return copy.jdbc().write(on -> new TakenBack(from, on).run());
      }
    } catch (SQLException | StoreException e) {
      // A damaged one, or one with another key, is as good a reason to put a backup back.
      LOG.info("The database {} that is replaced cannot be read", replaced.place(), e);
      return false;
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
    for (Table table : DELETED) {
      if (tables.contains(table.name())) {
        delete(table);
      }
    }
    return true;
  }

  private void withdraw() throws SQLException {
    for (Poem gone : replaced.list(Poem::read, POEM + "status = 'WITHDRAWN'")) {
      for (Poem poem : copy.list(Poem::read, POEM + "id = ?", gone.id())) {
        if (poem.isThe(gone)) {
          withdraw(poem, gone);
        }
      }
    }
  }

  private void withdraw(Poem poem, Poem gone) throws SQLException {
    Instant at = gone.withdrawn().orElseThrow();
    if (!gone.isErased()) {
      JdbcPoemStore.withdraw(copy, poem.id(), poem.author(), at);
    } else if (!poem.isErased()) {
      // All that the backup has of them is older than the day on which they had it erased.
      JdbcPersonalRecords.erase(copy, poem.author(), at);
    }
  }

  /**
   * Whether all that the copy holds was once in the database that is replaced, so that what is not
   * there now was deleted: they began as one, and the copy's last poem came to both.
   */
  private boolean goesOn() throws SQLException {
    List<String> salts = salts(replaced);
    if (!salts.equals(salts(copy))) {
      return false;
    }
    List<Poem> last = copy.list(Poem::read, POEM + "id = (select max(id) from poem)");
    return last.isEmpty()
        || replaced.list(Poem::read, POEM + "id = ?", last.get(0).id()).stream()
            .anyMatch(last.get(0)::isThe);
  }

  private static List<String> salts(Statements on) throws SQLException {
    return on.list(row -> row.getString("salt"), FingerprintRows.SALT);
  }

  private void delete(Table table) throws SQLException {
    var missing = new ArrayList<Object[]>();
    for (Object[] key : copy.list(table::key, table.keys())) {
      if (replaced.list(row -> row, "select 1" + table.where(), key).isEmpty()) {
        missing.add(key);
      }
    }
    copy.each("delete" + table.where(), missing);
    if (table.name().equals("poem_vote")) {
      copy.each(
          "update poem set likes = likes - 1 where id = ?",
          missing.stream().map(key -> new Object[] {key[0]}).toList());
    }
  }
}
