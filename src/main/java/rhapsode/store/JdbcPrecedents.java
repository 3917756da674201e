package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rhapsode.community.Author;
import rhapsode.community.Fingerprint;
import rhapsode.community.Precedents;
import rhapsode.community.SubmittedPoem;

/** Looks into the tables {@code poem} and {@code poem_fingerprint}. Thread-safe. */
public final class JdbcPrecedents implements Precedents {
  private final Jdbc jdbc;

  public JdbcPrecedents(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public List<SubmittedPoem> like(String text) {
    String salt = jdbc.list(row -> row.getString("salt"), FingerprintRows.SALT).get(0);
    Fingerprint wanted = Fingerprint.of(text, salt);
    var near = new ArrayList<SubmittedPoem>();
    candidates(wanted)
        .forEach(
            (id, shingles) -> {
              if (Fingerprint.of(shingles).isNear(wanted)) {
                near.addAll(jdbc.list(PoemRow::read, "select * from poem where id = ?", id));
              }
            });
    return near;
  }

  private record Row(long poem, long shingle) {}

  /** The fingerprints of all poems that share anything with one. */
  private Map<Long, List<Long>> candidates(Fingerprint wanted) {
    var found = new TreeMap<Long, List<Long>>();
    if (wanted.shingles().isEmpty()) {
      return found;
    }
    String sql =
        """
        select poem_id, shingle from poem_fingerprint where poem_id in
          (select poem_id from poem_fingerprint where shingle in (%s))
        """
            .formatted(FingerprintRows.placeholders(wanted.shingles().size()));
    jdbc.list(
            row -> new Row(row.getLong("poem_id"), row.getLong("shingle")),
            sql,
            wanted.shingles().toArray())
        .forEach(
            row -> found.computeIfAbsent(row.poem(), p -> new ArrayList<>()).add(row.shingle()));
    return found;
  }

  @Override
  public int givenSince(Instant time, Author author) {
    return jdbc.list(
            row -> row.getInt("poems"),
            """
            select count(*) as poems from poem
            where platform = ? and author_id = ? and submitted_at >= ?
            """,
            author.platform(),
            author.id(),
            time.truncatedTo(MICROS))
        .get(0);
  }
}
