package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import rhapsode.community.Author;
import rhapsode.community.Deed;
import rhapsode.community.Standing;
import rhapsode.community.Standings;

/**
 * Keeps standings in the table {@code author_standing} and the audit trail in {@code decision} and
 * {@code standing_change}. Thread-safe. What was changed is on the disk when the method returns.
 */
public final class JdbcStandings implements Standings {
  private static final String STANDING =
      "select standing from author_standing where platform = ? and author_id = ?";

  private static final String DEEDS =
      """
      select * from (
        select verdict as kind, poem_id, platform, moderator_id, reason, decided_at as at, id
        from decision
        union all
        select kind, poem_id, platform, moderator_id, reason, changed_at as at, id
        from standing_change) as deed
      """;

  private final Jdbc jdbc;

  public JdbcStandings(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public Standing of(Author author) {
    return jdbc.list(JdbcStandings::standing, STANDING, author.platform(), author.id()).stream()
        .findFirst()
        .orElse(Standing.NEUTRAL);
  }

  private static Standing of(Statements on, Author author) throws SQLException {
    return on.list(JdbcStandings::standing, STANDING, author.platform(), author.id()).stream()
        .findFirst()
        .orElse(Standing.NEUTRAL);
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return Standing.valueOf(row.getString("standing"));
  }

  @Override
  public boolean change(Author author, Deed deed) {
    // Of two moderators at once, one changes something.
    return jdbc.alone(
        Latch.STANDINGS,
        on -> of(on, author) != deed.kind().standing() && change(on, author, deed));
  }

  private static boolean change(Statements on, Author author, Deed deed) throws SQLException {
    on.update(
        "delete from author_standing where platform = ? and author_id = ?",
        author.platform(),
        author.id());
    if (deed.kind().standing() != Standing.NEUTRAL) {
      on.update(
          "insert into author_standing (platform, author_id, standing) values (?, ?, ?)",
          author.platform(),
          author.id(),
          deed.kind().standing().name());
    }
    on.insert(
        """
        insert into standing_change (poem_id, kind, platform, moderator_id, reason, changed_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        deed.poem(),
        deed.kind().name(),
        deed.moderator().platform(),
        deed.moderator().id(),
        deed.reason(),
        deed.at().truncatedTo(MICROS));
    return true;
  }

  @Override
  public List<Deed> deedsOf(Author moderator) {
    return jdbc.list(
        JdbcStandings::read,
        DEEDS + "where platform = ? and moderator_id = ? order by at desc, id desc",
        moderator.platform(),
        moderator.id());
  }

  @Override
  public List<Deed> deeds(int most) {
    return jdbc.list(
        JdbcStandings::read, DEEDS + "order by at desc, id desc fetch first ? rows only", most);
  }

  private static Deed read(ResultSet row) throws SQLException {
    return new Deed(
        Deed.Kind.valueOf(row.getString("kind")),
        row.getLong("poem_id"),
        new Author(row.getString("platform"), row.getString("moderator_id"), ""),
        row.getString("reason"),
        Statements.instant(row, "at"));
  }
}
