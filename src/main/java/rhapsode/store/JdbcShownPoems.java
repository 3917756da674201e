package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhapsode.community.Author;
import rhapsode.community.Community;
import rhapsode.community.ShownPoem;
import rhapsode.community.ShownPoems;

/**
 * Reads the table {@code poem} and keeps {@code poem_vote}. Thread-safe; what a method wrote is on
 * the disk when it returns.
 */
public final class JdbcShownPoems implements ShownPoems {
  private static final String SHOWN =
      """
      select * from poem
      where platform = ? and community = ? and status = 'APPROVED' and may_display = true
        and not exists
          (select 1 from author_standing s where s.platform = poem.platform
            and s.author_id = poem.author_id and s.standing = 'BANNED')
      """;

  /** The whole index, or H2 would sort all poems of the community. */
  private static final String ORDER = "order by platform, community, status, may_display, ";

  private final Jdbc jdbc;

  public JdbcShownPoems(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public List<ShownPoem> best(Community community, int most) {
    return jdbc.list(
        JdbcShownPoems::read,
        SHOWN + ORDER + "likes desc, id desc fetch first ? rows only",
        community.platform(),
        community.id(),
        most);
  }

  @Override
  public Optional<ShownPoem> from(double place, Community community) {
    return first(place, community).or(() -> first(0, community));
  }

  private Optional<ShownPoem> first(double place, Community community) {
    return jdbc
        .list(
            JdbcShownPoems::read,
            SHOWN + "and pick >= ? " + ORDER + "pick fetch first 1 rows only",
            community.platform(),
            community.id(),
            place)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<ShownPoem> find(long id, Community community) {
    return jdbc
        .list(JdbcShownPoems::read, SHOWN + "and id = ?", community.platform(), community.id(), id)
        .stream()
        .findFirst();
  }

  @Override
  public Map<Long, Integer> likes() {
    var likes = new HashMap<Long, Integer>();
    jdbc.list(
            row -> Map.entry(row.getLong("poem_id"), row.getInt("likes")),
            "select poem_id, count(*) as likes from poem_vote group by poem_id")
        .forEach(one -> likes.put(one.getKey(), one.getValue()));
    return likes;
  }

  @Override
  public int like(long id, Author who, Instant at) {
    return jdbc.alone(Latch.LIKES, on -> like(on, id, who, at.truncatedTo(MICROS)));
  }

  private static int like(Statements on, long id, Author who, Instant at) throws SQLException {
    int taken =
        on.update(
            "delete from poem_vote where poem_id = ? and platform = ? and author_id = ?",
            id,
            who.platform(),
            who.id());
    if (taken == 0) {
      on.update(
          """
          insert into poem_vote (poem_id, platform, author_id, liked_at)
          select id, ?, ?, ? from poem where id = ? and status = 'APPROVED' and may_display
          """,
          who.platform(),
          who.id(),
          at,
          id);
    }
    count(on, id);
    return on.list(row -> row.getInt("likes"), "select likes from poem where id = ?", id).stream()
        .findFirst()
        .orElse(0);
  }

  /** Counts a poem's votes anew. */
  static void count(Statements on, long poem) throws SQLException {
    on.update(
        "update poem set likes = (select count(*) from poem_vote where poem_id = ?) where id = ?",
        poem,
        poem);
  }

  private static ShownPoem read(ResultSet row) throws SQLException {
    return ShownPoem.of(PoemRow.read(row), row.getInt("likes"));
  }
}
