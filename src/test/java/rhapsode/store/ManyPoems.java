package rhapsode.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Fingerprint;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;

/**
 * Poems of a large community: twenty of each author, every other one liked by somebody. They are
 * written as fast as it goes, past the stores: in batches, and on H2 under settings of its own, for
 * nobody minds if a kill loses them.
 */
final class ManyPoems {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final Consent ALL = new Consent(true, true, true, "2026-11", NOW);

  private static final int BATCH = 1000;

  private static final String POEM =
      """
      insert into poem (id, platform, author_id, author_name, community, title, text, text_key,
        status, submitted_at, may_train, may_display, may_attribute, consent_version, consented_at,
        likes, pick)
      overriding system value
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String VOTE =
      "insert into poem_vote (poem_id, platform, author_id, liked_at) values (?, ?, ?, ?)";

  private static final String SHINGLE =
      "insert into poem_fingerprint (poem_id, shingle) values (?, ?)";

  /** What is written in no order costs less when all of it is there. */
  private static final Map<String, String> INDEXES =
      Map.of(
          "poem_by_text",
          "poem (text_key)",
          "poem_by_pick",
          "poem (platform, community, status, may_display, pick)",
          "poem_fingerprint_by_shingle",
          "poem_fingerprint (shingle)");

  private final Random random;

  ManyPoems(Random random) {
    this.random = random;
  }

  static Author author(int number) {
    return new Author("discord", "" + number / 20, "Ada");
  }

  /** Four lines of six words. */
  Submission poem(int number) {
    var text = new StringBuilder();
    for (int line = 0; line < 4; line++) {
      for (int word = 0; word < 6; word++) {
        text.append("w").append(random.nextInt(20_000)).append(word == 5 ? "\n" : " ");
      }
    }
    return new Submission(
        author(number), "here", "", text.toString().strip(), ALL, PoemStatus.APPROVED);
  }

  /** Writes poems until there are so many; nobody may have it open. */
  void fill(DatabaseAddress address, int last) throws SQLException {
    Database.open(address).close();
    try (Connection connection = source(address.engine()).getConnection()) {
      connection.setAutoCommit(false);
      var on = new Statements(connection);
      String salt = on.list(row -> row.getString("salt"), FingerprintRows.SALT).get(0);
      int there =
          on.list(row -> row.getInt("last"), "select coalesce(max(id), 0) as last from poem")
              .get(0);
      if (there >= last) {
        return;
      }
      for (String index : INDEXES.keySet()) {
        on.update("drop index " + index);
      }
      for (int id = there + 1; id <= last; id += BATCH) {
        batch(on, salt, id, Math.min(last, id + BATCH - 1));
        connection.commit();
      }
      for (Map.Entry<String, String> index : INDEXES.entrySet()) {
        on.update("create index " + index.getKey() + " on " + index.getValue());
        connection.commit();
      }
      on.update("alter table poem alter column id restart with " + (last + 1));
      connection.commit();
    }
  }

  private static DataSource source(Engine engine) {
    if (!(engine instanceof H2Location location)) {
      return engine.source();
    }
    String place = location.url().substring(0, location.url().indexOf(';'));
    String url = place.replace(":async:", ":file:") + ";PAGE_SIZE=4096";
    return new H2Location(url, location.password(), location.folder(), location.large()).source();
  }

  private void batch(Statements on, String salt, int first, int last) throws SQLException {
    List<Object[]> poems = new ArrayList<>();
    List<Object[]> votes = new ArrayList<>();
    List<Object[]> shingles = new ArrayList<>();
    for (int id = first; id <= last; id++) {
      Submission poem = poem(id);
      int likes = id % 2;
      poems.add(row(id, poem, likes));
      if (likes > 0) {
        votes.add(new Object[] {id, "discord", "" + random.nextInt(1000), NOW});
      }
      for (long shingle : Fingerprint.of(poem.text(), salt).shingles()) {
        shingles.add(new Object[] {id, shingle});
      }
    }
    on.each(POEM, poems);
    on.each(VOTE, votes);
    on.each(SHINGLE, shingles);
  }

  private static Object[] row(long id, Submission poem, int likes) {
    return new Object[] {
      id,
      poem.author().platform(),
      poem.author().id(),
      poem.author().name(),
      poem.community(),
      poem.title(),
      poem.text(),
      PoemRow.keyOf(poem.text()),
      poem.status().name(),
      NOW.plusSeconds(id),
      true,
      true,
      true,
      ALL.version(),
      NOW,
      likes,
      id * 61_803_398_875L % 100_000_000_000L / 1e11
    };
  }
}
