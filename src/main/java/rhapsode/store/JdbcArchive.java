package rhapsode.store;

import static java.time.temporal.ChronoUnit.MICROS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rhapsode.community.Archive;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Fingerprint;
import rhapsode.community.Origin;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** Carries poems out of the database and into it. Thread-safe. */
public final class JdbcArchive implements Archive {
  private final Jdbc jdbc;

  public JdbcArchive(Database database) {
    this.jdbc = database.jdbc();
  }

  private record Vote(long poem, ArchivedPoem.Vote vote) {}

  private record Row(SubmittedPoem poem, Optional<Origin> origin) {}

  @Override
  public List<ArchivedPoem> all() {
    var votes = new HashMap<Long, List<ArchivedPoem.Vote>>();
    jdbc.list(JdbcArchive::vote, "select * from poem_vote order by liked_at, platform, author_id")
        .forEach(v -> votes.computeIfAbsent(v.poem(), p -> new ArrayList<>()).add(v.vote()));
    return jdbc
        .list(
            JdbcArchive::row,
            """
            select * from poem left join poem_origin on poem_origin.poem_id = poem.id
            where status <> 'WITHDRAWN' order by id
            """)
        .stream()
        .map(row -> archived(row, votes.getOrDefault(row.poem().id(), List.of())))
        .toList();
  }

  private static Vote vote(ResultSet row) throws SQLException {
    return new Vote(
        row.getLong("poem_id"),
        new ArchivedPoem.Vote(
            row.getString("platform"),
            row.getString("author_id"),
            Statements.instant(row, "liked_at")));
  }

  private static Row row(ResultSet row) throws SQLException {
    Optional<String> licence = Optional.ofNullable(row.getString("licence"));
    String provenance = row.getString("provenance");
    return new Row(PoemRow.read(row), licence.map(text -> new Origin(text, provenance)));
  }

  private static ArchivedPoem archived(Row row, List<ArchivedPoem.Vote> votes) {
    SubmittedPoem poem = row.poem();
    var submission =
        new Submission(
            poem.author(),
            poem.community(),
            poem.title(),
            poem.text(),
            poem.consent(),
            poem.status());
    return new ArchivedPoem(submission, poem.at(), votes, row.origin());
  }

  @Override
  public Added add(List<ArchivedPoem> poems) {
    return jdbc.write(on -> add(on, poems));
  }

  /** Whose text: neither depends on names. */
  private record Theirs(String platform, String id, Object text) {
    static Theirs of(Author author, Object text) {
      return new Theirs(author.platform(), author.id(), text);
    }
  }

  private static Added add(Statements on, List<ArchivedPoem> poems) throws SQLException {
    String salt = on.list(row -> row.getString("salt"), FingerprintRows.SALT).get(0);
    Set<Theirs> there = there(on);
    Set<Theirs> gone = withdrawn(on);
    int known = 0;
    int withdrawn = 0;
    for (ArchivedPoem poem : poems) {
      Author author = poem.submission().author();
      String text = poem.submission().text();
      if (!there.add(Theirs.of(author, PoemRow.keyOf(text)))) {
        known++;
      } else if (gone.contains(Theirs.of(author, Fingerprint.of(text, salt)))) {
        withdrawn++;
      } else {
        insert(on, poem);
      }
    }
    return new Added(poems.size() - known - withdrawn, known, withdrawn);
  }

  private static Set<Theirs> there(Statements on) throws SQLException {
    return new HashSet<>(
        on.list(
            row ->
                new Theirs(
                    row.getString("platform"),
                    row.getString("author_id"),
                    row.getString("text_key")),
            "select platform, author_id, text_key from poem where status <> 'WITHDRAWN'"));
  }

  private record Gone(long poem, String platform, String author) {}

  private record Shingle(Gone gone, long hash) {}

  /** What withdrawn poems are recognised by. */
  private static Set<Theirs> withdrawn(Statements on) throws SQLException {
    var shingles = new HashMap<Gone, List<Long>>();
    on.list(
            JdbcArchive::shingle,
            """
            select id, platform, author_id, shingle from poem
              join poem_fingerprint on poem_fingerprint.poem_id = poem.id
            where status = 'WITHDRAWN'
            """)
        .forEach(
            row -> shingles.computeIfAbsent(row.gone(), g -> new ArrayList<>()).add(row.hash()));
    var withdrawn = new HashSet<Theirs>();
    shingles.forEach(
        (gone, hashes) ->
            withdrawn.add(new Theirs(gone.platform(), gone.author(), Fingerprint.of(hashes))));
    return withdrawn;
  }

  private static Shingle shingle(ResultSet row) throws SQLException {
    var gone = new Gone(row.getLong("id"), row.getString("platform"), row.getString("author_id"));
    return new Shingle(gone, row.getLong("shingle"));
  }

  private static void insert(Statements on, ArchivedPoem poem) throws SQLException {
    Consent consent = poem.submission().consent();
    long id = PoemRow.insert(on, poem.submission(), consent, poem.at().truncatedTo(MICROS));
    for (ArchivedPoem.Vote vote : poem.votes()) {
      on.update(
          "insert into poem_vote (poem_id, platform, author_id, liked_at) values (?, ?, ?, ?)",
          id,
          vote.platform(),
          vote.id(),
          vote.at().truncatedTo(MICROS));
    }
    if (!poem.votes().isEmpty()) {
      JdbcShownPoems.count(on, id);
    }
    if (poem.origin().isPresent()) {
      on.update(
          "insert into poem_origin (poem_id, licence, provenance) values (?, ?, ?)",
          id,
          poem.origin().get().licence(),
          poem.origin().get().provenance());
    }
  }
}
