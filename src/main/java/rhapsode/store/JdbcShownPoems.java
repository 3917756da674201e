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
       from poem where status = 'APPROVED' and may_display and platform = ? and community = ?
        and not exists
          (select 1 from author_standing s where s.platform = poem.platform
            and s.author_id = poem.author_id and s.standing = 'BANNED')
      """;

  private static final String ALL =
      "select poem.*, (select count(*) from poem_vote where poem_id = poem.id) as likes" + SHOWN;

  private final Jdbc jdbc;

  public JdbcShownPoems(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public List<ShownPoem> best(Community community, int most) {
    return jdbc.list(
        JdbcShownPoems::read,
        ALL + "order by likes desc, id desc fetch first ? rows only",
        community.platform(),
        community.id(),
        most);
  }

  @Override
  public int count(Community community) {
    return jdbc.list(
            row -> row.getInt("poems"),
            "select count(*) as poems" + SHOWN,
            community.platform(),
            community.id())
        .get(0);
  }

  @Override
  public Optional<ShownPoem> at(int place, Community community) {
    return jdbc
        .list(
            JdbcShownPoems::read,
            ALL + "order by id offset ? rows fetch first 1 rows only",
            community.platform(),
            community.id(),
            place)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<ShownPoem> find(long id, Community community) {
    return jdbc
        .list(JdbcShownPoems::read, ALL + "and id = ?", community.platform(), community.id(), id)
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
    return on.list(
            row -> row.getInt("likes"),
            "select count(*) as likes from poem_vote where poem_id = ?",
            id)
        .get(0);
  }

  private static ShownPoem read(ResultSet row) throws SQLException {
    return ShownPoem.of(PoemRow.read(row), row.getInt("likes"));
  }
}
