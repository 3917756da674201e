package rhapsode.store;

import static rhapsode.store.Jdbc.instant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** Poems in H2. Thread-safe. */
public final class H2PoemStore implements PoemStore {
  private static final String COLUMNS =
      "id, platform, author_id, author_name, community, title, text, status, consent_training,"
          + " consent_display, consent_attribution, consent_version, consent_at, submitted_at";

  private final Jdbc jdbc;

  public H2PoemStore(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public SubmittedPoem add(Submission submission, Instant at) {
    Author author = submission.author();
    Consent consent = submission.consent();
    long id =
        jdbc.write(
            connection ->
                Jdbc.insert(
                    connection,
                    "insert into poem (platform, author_id, author_name, community, title, text,"
                        + " text_hash, status, consent_training, consent_display,"
                        + " consent_attribution, consent_version, consent_at, submitted_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    author.platform(),
                    author.id(),
                    author.name(),
                    submission.community(),
                    submission.title(),
                    submission.text(),
                    hash(submission.text()),
                    submission.status(),
                    consent.training(),
                    consent.display(),
                    consent.attribution(),
                    consent.version(),
                    consent.at(),
                    at));
    return new SubmittedPoem(
        id,
        author,
        submission.community(),
        submission.title(),
        submission.text(),
        at,
        consent,
        submission.status());
  }

  @Override
  public Optional<SubmittedPoem> find(long id) {
    return jdbc
        .query(H2PoemStore::poem, "select " + COLUMNS + " from poem where id = ?", id)
        .stream()
        .findFirst();
  }

  @Override
  public List<SubmittedPoem> byAuthor(Author author) {
    return jdbc.query(
        H2PoemStore::poem,
        "select "
            + COLUMNS
            + " from poem where platform = ? and author_id = ? and status <> 'WITHDRAWN'"
            + " order by id desc",
        author.platform(),
        author.id());
  }

  @Override
  public boolean withdraw(long id, Author author, Instant at) {
    return jdbc.write(
        connection ->
            Jdbc.update(
                    connection,
                    "update poem set status = 'WITHDRAWN', title = '', text = '', text_hash = null,"
                        + " withdrawn_at = ? where id = ? and platform = ? and author_id = ?"
                        + " and status <> 'WITHDRAWN'",
                    at,
                    id,
                    author.platform(),
                    author.id())
                == 1);
  }

  @Override
  public List<SubmittedPoem> forTraining() {
    return jdbc.query(
        H2PoemStore::poem,
        "select "
            + COLUMNS
            + " from poem where status = 'APPROVED' and consent_training order by id");
  }

  @Override
  public boolean holdsText(String text) {
    return !jdbc.query(row -> row.getLong(1), "select id from poem where text_hash = ?", hash(text))
        .isEmpty();
  }

  @Override
  public int count(PoemStatus status) {
    return jdbc.query(row -> row.getInt(1), "select count(*) from poem where status = ?", status)
        .get(0);
  }

  private static SubmittedPoem poem(ResultSet row) throws SQLException {
    return new SubmittedPoem(
        row.getLong("id"),
        new Author(
            row.getString("platform"), row.getString("author_id"), row.getString("author_name")),
        row.getString("community"),
        row.getString("title"),
        row.getString("text"),
        instant(row, "submitted_at"),
        new Consent(
            row.getBoolean("consent_training"),
            row.getBoolean("consent_display"),
            row.getBoolean("consent_attribution"),
            row.getString("consent_version"),
            instant(row, "consent_at")),
        PoemStatus.valueOf(row.getString("status")));
  }

  /** Of the text with blanks and case evened out. */
  private static String hash(String text) {
    String even = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(even.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
