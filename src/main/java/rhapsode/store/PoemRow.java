package rhapsode.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemText;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** How a poem stands in the table {@code poem}. */
final class PoemRow {
  /** As in the migration that made the column. */
  private static final String PICK =
      "update poem set pick = mod(id * 61803398875, 100000000000) / 100000000000.0e0 where id = ?";

  private PoemRow() {}

  static long insert(Statements on, Submission poem, Consent consent, Instant at)
      throws SQLException {
    long id =
        on.insert(
            """
        insert into poem (platform, author_id, author_name, community, title, text, text_key,
          status, submitted_at, may_train, may_display, may_attribute, consent_version, consented_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
            poem.author().platform(),
            poem.author().id(),
            poem.author().name(),
            poem.community(),
            poem.title(),
            poem.text(),
            keyOf(poem.text()),
            poem.status().name(),
            at,
            consent.training(),
            consent.display(),
            consent.attribution(),
            consent.version(),
            consent.at());
    on.update(PICK, id);
    FingerprintRows.insert(on, id, poem.text());
    return id;
  }

  static SubmittedPoem read(ResultSet row) throws SQLException {
    return new SubmittedPoem(
        row.getLong("id"),
        new Author(
            row.getString("platform"), row.getString("author_id"), row.getString("author_name")),
        row.getString("community"),
        row.getString("title"),
        row.getString("text"),
        Statements.instant(row, "submitted_at"),
        consent(row),
        PoemStatus.valueOf(row.getString("status")));
  }

  /** A digest of what the same poem has in common, short enough for an index: SHA-256, in hex. */
  static String keyOf(String text) {
    try {
      byte[] key = PoemText.key(text).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getBoolean("may_train"),
        row.getBoolean("may_display"),
        row.getBoolean("may_attribute"),
        row.getString("consent_version"),
        Statements.instant(row, "consented_at"));
  }
}
