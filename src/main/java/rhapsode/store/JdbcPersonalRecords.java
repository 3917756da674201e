package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rhapsode.community.Author;
import rhapsode.community.PersonalData;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStore;
import rhapsode.community.Standings;
import rhapsode.community.SubmittedPoem;

/**
 * Reads and erases what all tables hold about a person. Thread-safe; when erasing returns, nothing
 * is left but the traces in the file that go when the database is closed.
 */
public final class JdbcPersonalRecords implements PersonalRecords {
  private final Jdbc jdbc;
  private final PoemStore poems;
  private final Standings standings;

  public JdbcPersonalRecords(Database database) {
    this.jdbc = database.jdbc();
    this.poems = new JdbcPoemStore(database);
    this.standings = new JdbcStandings(database);
  }

  private record Row(SubmittedPoem poem, Optional<Instant> withdrawn) {}

  @Override
  public PersonalData of(Author person) {
    var given = new ArrayList<PersonalData.Given>();
    for (Row row : theirs(JdbcPersonalRecords::given, "poem", "author_id", "id", person)) {
      given.add(
          new PersonalData.Given(row.poem(), poems.decision(row.poem().id()), row.withdrawn()));
    }
    return new PersonalData(
        given,
        theirs(row -> like(row, "poem_id"), "poem_vote", "author_id", "poem_id", person),
        theirs(JdbcAnthology::read, "written_poem", "asker_id", "id", person),
        theirs(
            row -> like(row, "written_poem_id"),
            "poem_like",
            "author_id",
            "written_poem_id",
            person),
        standings.of(person),
        standings.deedsOf(person));
  }

  /** All rows of a table that are theirs. */
  private <T> List<T> theirs(
      Statements.Row<T> row, String table, String whose, String order, Author person) {
    String sql = "select * from %s where platform = ? and %s = ? order by %s";
    return jdbc.list(row, sql.formatted(table, whose, order), person.platform(), person.id());
  }

  private static Row given(ResultSet row) throws SQLException {
    OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    return new Row(
        PoemRow.read(row), Optional.ofNullable(withdrawn).map(OffsetDateTime::toInstant));
  }

  private static PersonalData.Like like(ResultSet row, String poem) throws SQLException {
    return new PersonalData.Like(row.getLong(poem), Statements.instant(row, "liked_at"));
  }

  @Override
  public boolean erase(Author person, Instant at) {
    return jdbc.erase(on -> erase(on, person, at.truncatedTo(MICROS))) > 0;
  }

  static int erase(Statements on, Author person, Instant at) throws SQLException {
    String platform = person.platform();
    String id = person.id();
    on.update(
        """
        update poem set likes = likes - 1
        where id in (select poem_id from poem_vote where platform = ? and author_id = ?)
        """,
        platform,
        id);
    int erased =
        on.update("delete from poem_vote where platform = ? and author_id = ?", platform, id)
            + on.update("delete from poem_like where platform = ? and author_id = ?", platform, id)
            + on.update(
                "delete from written_poem where platform = ? and asker_id = ?", platform, id);
    on.update(
        """
        delete from author_standing
        where platform = ? and author_id = ? and standing = 'TRUSTED'
        """,
        platform,
        id);
    on.update(
        """
        delete from poem_vote where poem_id in
          (select id from poem where platform = ? and author_id = ?)
        """,
        platform,
        id);
    on.update(
        """
        delete from poem_fingerprint where poem_id in
          (select id from poem where platform = ? and author_id = ?)
        """,
        platform,
        id);
    return erased
        + on.update(
            """
            update poem
            set status = 'WITHDRAWN', title = '', text = '', text_key = null, author_name = '', likes = 0,
              withdrawn_at = coalesce(withdrawn_at, cast(? as timestamp(6) with time zone)),
              author_id = ?, community = ''
            where platform = ? and author_id = ?
            """,
            at,
            Author.ERASED,
            platform,
            id);
  }
}
