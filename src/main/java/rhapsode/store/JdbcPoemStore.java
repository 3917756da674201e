package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/**
 * Keeps poems in the table {@code poem}. Thread-safe. What a method wrote is on the disk when it
 * returns: it costs one fsync.
 */
public final class JdbcPoemStore implements PoemStore {
  private static final String ALL = "select * from poem ";

  private static final String LEARNED =
      """
      where status = 'APPROVED' and may_train = true and not exists
        (select 1 from author_standing s where s.platform = poem.platform
          and s.author_id = poem.author_id and s.standing = 'BANNED')
      """;

  /** Poems that are read at a time. */
  private static final int PAGE = 5000;

  private final Jdbc jdbc;
  private final int page;

  public JdbcPoemStore(Database database) {
    this(database, PAGE);
  }

  /**
   * A store of the database.
   *
   * @param page how many poems are read at a time where all are
   */
  JdbcPoemStore(Database database, int page) {
    this.jdbc = database.jdbc();
    this.page = page;
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
    return jdbc.erase(on -> withdraw(on, id, author, at.truncatedTo(MICROS))) > 0;
  }

  static int withdraw(Statements on, long id, Author author, Instant at) throws SQLException {
    int withdrawn =
        on.update(
            """
            update poem
            set status = 'WITHDRAWN', withdrawn_at = ?,
              title = '', text = '', text_key = null, author_name = '', likes = 0
            where id = ? and platform = ? and author_id = ? and status <> 'WITHDRAWN'
            """,
            at,
            id,
            author.platform(),
            author.id());
    if (withdrawn > 0) {
      on.update("delete from poem_vote where poem_id = ?", id);
    }
    return withdrawn;
  }

  @Override
  public Optional<SubmittedPoem> firstPending() {
    return jdbc
        .list(PoemRow::read, ALL + "where status = 'PENDING' order by id fetch first 1 rows only")
        .stream()
        .findFirst();
  }

  @Override
  public boolean decide(long id, Decision decision) {
    return jdbc.write(on -> decide(on, id, decision));
  }

  private static boolean decide(Statements on, long id, Decision decision) throws SQLException {
    String verdict = decision.verdict().name();
    if (on.update("update poem set status = ? where id = ? and status = 'PENDING'", verdict, id)
        == 0) {
      return false;
    }
    on.insert(
        """
        insert into decision (poem_id, verdict, platform, moderator_id, reason, decided_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        verdict,
        decision.moderator().platform(),
        decision.moderator().id(),
        decision.reason(),
        decision.at().truncatedTo(MICROS));
    return true;
  }

  @Override
  public Optional<Decision> decision(long id) {
    return jdbc
        .list(
            row ->
                new Decision(
                    PoemStatus.valueOf(row.getString("verdict")),
                    new Author(row.getString("platform"), row.getString("moderator_id"), ""),
                    row.getString("reason"),
                    Statements.instant(row, "decided_at")),
            "select * from decision where poem_id = ? order by id desc fetch first 1 rows only",
            id)
        .stream()
        .findFirst();
  }

  @Override
  public void readForTraining(Consumer<SubmittedPoem> reader) {
    // In the order of the index, or H2 would sort all that are left for each page.
    String sql =
        ALL
            + LEARNED
            + "and id > ? order by status, may_train, id fetch first %d rows only".formatted(page);
    List<SubmittedPoem> some = jdbc.list(PoemRow::read, sql, 0L);
    while (!some.isEmpty()) {
      some.forEach(reader);
      some = jdbc.list(PoemRow::read, sql, some.get(some.size() - 1).id());
    }
  }

  @Override
  public void readForTraining(Collection<Long> ids, Consumer<SubmittedPoem> reader) {
    List<Long> wanted = ids.stream().sorted().toList();
    for (int from = 0; from < wanted.size(); from += page) {
      Object[] some = wanted.subList(from, Math.min(wanted.size(), from + page)).toArray();
      String those = "and id in (" + FingerprintRows.placeholders(some.length) + ") order by id";
      jdbc.list(PoemRow::read, ALL + LEARNED + those, some).forEach(reader);
    }
  }

  @Override
  public int countForTraining() {
    // In one question it would take a minute for a million poems: an index knows no standings.
    int approved =
        jdbc.list(
                row -> row.getInt("poems"),
                "select count(*) as poems from poem where status = 'APPROVED' and may_train = true")
            .get(0);
    int banned =
        jdbc
            .list(
                row -> new Author(row.getString("platform"), row.getString("author_id"), ""),
                "select platform, author_id from author_standing where standing = 'BANNED'")
            .stream()
            .mapToInt(this::approvedOf)
            .sum();
    return approved - banned;
  }

  private int approvedOf(Author author) {
    return jdbc.list(
            row -> row.getInt("poems"),
            """
            select count(*) as poems from poem
            where platform = ? and author_id = ? and status = 'APPROVED' and may_train = true
            """,
            author.platform(),
            author.id())
        .get(0);
  }

  /** Whether there are more poems for training than so many; looks at no more than those. */
  public boolean hasMoreForTraining(int poems) {
    return jdbc.list(
                row -> row.getLong("id"),
                """
                select id from poem where status = 'APPROVED' and may_train = true
                fetch first %d rows only
                """
                    .formatted(poems + 1))
            .size()
        > poems;
  }

  @Override
  public int approvedSince(Instant at) {
    return jdbc.list(
            row -> row.getInt("poems"),
            "select count(*) as poems from poem "
                + LEARNED
                + """
                and id in
                  (select poem_id from decision where decided_at > ?
                    union select id from poem where submitted_at > ?)
                and coalesce(
                  (select max(decided_at) from decision where poem_id = poem.id), submitted_at) > ?
                """,
            at,
            at,
            at)
        .get(0);
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
