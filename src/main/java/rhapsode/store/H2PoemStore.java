package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/**
 * Keeps poems in the table {@code poem}. Thread-safe. What a method wrote is on the disk when it
 * returns: it costs one fsync.
 */
public final class H2PoemStore implements PoemStore {
  private static final String ALL = "select * from poem ";

  private final Jdbc jdbc;

  public H2PoemStore(Database database) {
    this.jdbc = database.jdbc();
  }

  @Override
  public SubmittedPoem add(Submission submission, Instant at) {
    Instant given = at.truncatedTo(MICROS);
    Consent consent = toTheMicrosecond(submission.consent());
    long id = jdbc.write(on -> PoemRow.insert(on, submission, consent, given));
    return new SubmittedPoem(
        id,
        submission.author(),
        submission.community(),
        submission.title(),
        submission.text(),
        given,
        consent,
        submission.status());
  }

  @Override
  public Optional<SubmittedPoem> find(long id) {
    return jdbc.list(PoemRow::read, ALL + "where id = ?", id).stream().findFirst();
  }

  @Override
  public List<SubmittedPoem> byAuthor(Author author) {
    return jdbc.list(
        PoemRow::read,
        ALL
            + """
            where platform = ? and author_id = ? and status <> 'WITHDRAWN'
            order by id desc
            """,
        author.platform(),
        author.id());
  }

  @Override
  public boolean withdraw(long id, Author author, Instant at) {
    int withdrawn =
        jdbc.write(
            on ->
                on.update(
                    """
                    update poem
                    set status = 'WITHDRAWN', withdrawn_at = ?,
                      title = '', text = '', text_key = null, author_name = ''
                    where id = ? and platform = ? and author_id = ? and status <> 'WITHDRAWN'
                    """,
                    at.truncatedTo(MICROS),
                    id,
                    author.platform(),
                    author.id()));
    return withdrawn > 0;
  }

  @Override
  public List<SubmittedPoem> forTraining() {
    return jdbc.list(PoemRow::read, ALL + "where status = 'APPROVED' and may_train order by id");
  }

  @Override
  public boolean holdsText(String text) {
    return !jdbc.list(
            row -> row.getLong("id"),
            "select id from poem where text_key = ? fetch first 1 rows only",
            PoemRow.keyOf(text))
        .isEmpty();
  }

  @Override
  public int count(PoemStatus status) {
    return jdbc.list(
            row -> row.getInt("poems"),
            "select count(*) as poems from poem where status = ?",
            status.name())
        .get(0);
  }

  private static Consent toTheMicrosecond(Consent consent) {
    return new Consent(
        consent.training(),
        consent.display(),
        consent.attribution(),
        consent.version(),
        consent.at().truncatedTo(MICROS));
  }
}
