package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.WrittenPoem;

/**
 * Keeps the bot's own poems in the tables {@code written_poem} and {@code poem_like}. Thread-safe;
 * what a method wrote is on the disk when it returns.
 */
public final class JdbcAnthology implements Anthology {
  private static final String COUNT =
      "select count(*) as likes from poem_like where written_poem_id = ?";

  private final Jdbc jdbc;

  public JdbcAnthology(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public WrittenPoem keep(
      Author asker,
      String community,
      WrittenPoem.Request request,
      String text,
      String model,
      Instant at) {
    Instant written = at.truncatedTo(MICROS);
    long id =
        jdbc.write(
            on ->
                on.insert(
                    """
                    insert into written_poem (platform, asker_id, community, seed, form, temperature,
                      mood, text, model, written_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    asker.platform(),
                    asker.id(),
                    community,
                    request.seed(),
                    request.form(),
                    request.temperature(),
                    request.mood(),
                    text,
                    model,
                    written));
    var nameless = new Author(asker.platform(), asker.id(), "");
    return new WrittenPoem(id, nameless, community, request, text, model, written);
  }

  @Override
  public Optional<WrittenPoem> find(long id) {
    return jdbc.list(JdbcAnthology::read, "select * from written_poem where id = ?", id).stream()
        .findFirst();
  }

  @Override
  public int like(long id, Author who, Instant at) {
    return jdbc.alone(Latch.LIKES, on -> like(on, id, who, at.truncatedTo(MICROS)));
  }

  @Override
  public void prefer(long one, long other, Author who, Instant at) {
    jdbc.alone(
        Latch.LIKES,
        on -> {
          unlike(on, other, who);
          return like(on, one, who, at.truncatedTo(MICROS));
        });
  }

  private static boolean unlike(Statements on, long id, Author who) throws SQLException {
    return on.update(
            "delete from poem_like where written_poem_id = ? and platform = ? and author_id = ?",
            id,
            who.platform(),
            who.id())
        > 0;
  }

  private static int like(Statements on, long id, Author who, Instant at) throws SQLException {
    if (!unlike(on, id, who)) {
      on.update(
          """
          insert into poem_like (written_poem_id, platform, author_id, liked_at)
          select id, ?, ?, ? from written_poem where id = ?
          """,
          who.platform(),
          who.id(),
          at,
          id);
    }
    return on.list(row -> row.getInt("likes"), COUNT, id).get(0);
  }

  @Override
  public int likes(long id) {
    return jdbc.list(row -> row.getInt("likes"), COUNT, id).get(0);
  }

  @Override
  public boolean erase(long id) {
    return jdbc.erase(on -> on.update("delete from written_poem where id = ?", id)) > 0;
  }

  @Override
  public int forget(Instant before) {
    return jdbc.write(
        on ->
            on.update(
                """
                delete from written_poem where written_at < ? and not exists
                  (select 1 from poem_like where written_poem_id = written_poem.id)
                """,
                before.truncatedTo(MICROS)));
  }

  static WrittenPoem read(ResultSet row) throws SQLException {
    return new WrittenPoem(
        row.getLong("id"),
        new Author(row.getString("platform"), row.getString("asker_id"), ""),
        row.getString("community"),
        new WrittenPoem.Request(
            row.getString("seed"),
            row.getString("form"),
            row.getDouble("temperature"),
            row.getString("mood")),
        row.getString("text"),
        row.getString("model"),
        Statements.instant(row, "written_at"));
  }
}
