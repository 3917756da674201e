package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.community.Author;
import rhapsode.community.Community;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.TrainingRun;

/** A database of every earlier version, with what such a version wrote, opens and says the same. */
final class MigrationsTest {
  private static final Author ADA = new Author("discord", "1", "");
  private static final String AT = "timestamp with time zone '2026-11-01 12:00:00+00'";

  /** What a version wrote into the tables that were new in it. */
  private static final List<String> WRITTEN =
      List.of(
          """
          insert into poem (platform, author_id, author_name, community, title, text, text_key, status,
            submitted_at, may_train, may_display, may_attribute, consent_version, consented_at)
          values ('discord', '1', 'Ada', 'here', 'A title', 'a moon', 'key', 'APPROVED', %1$s, true, true,
            true, '2026-11', %1$s)
          """,
          """
          insert into model_version (name, parent, trained_at, poems, perplexity_before,
            perplexity_after, state, in_service, reason)
          values ('light-1', 'light', %1$s, 1, 90, 80, 'IN_SERVICE', true, null)
          """,
          """
          insert into written_poem (platform, asker_id, community, seed, form, temperature, mood, text,
            model, written_at)
          values ('discord', '1', 'here', 'moon', 'free', 0.8, '', 'A moon', 'light', %1$s)
          """,
          """
          insert into decision (poem_id, verdict, platform, moderator_id, reason, decided_at)
          values (1, 'APPROVED', 'discord', '9', '', %1$s)
          """,
          """
          insert into standing_change (poem_id, kind, platform, moderator_id, reason, changed_at)
          values (1, 'TRUSTED', 'discord', '9', '', %1$s)
          """,
          """
          insert into poem_vote (poem_id, platform, author_id, liked_at)
          values (1, 'discord', '2', %1$s)
          """);

  @TempDir Path folder;

  private static int latest() {
    return Flyway.configure()
        .dataSource("jdbc:h2:mem:latest", "", "")
        .locations("classpath:db/migration")
        .load()
        .info()
        .all()
        .length;
  }

  static Stream<Arguments> versions() {
    return Stream.of(TestDatabase.values())
        .flatMap(
            kind ->
                IntStream.rangeClosed(1, latest())
                    .mapToObj(version -> Arguments.of(kind, version)));
  }

  @ParameterizedTest(name = "{0}, version {1}")
  @MethodSource("versions")
  void whatAnEarlierVersionWroteIsReadByThisOne(TestDatabase kind, int version)
      throws SQLException {
    DatabaseAddress address =
        kind == TestDatabase.H2 ? DatabaseAddress.folder(folder) : TestDatabase.newSchema();
    write(address.engine().source(), version);
    try (Database database = Database.open(address)) {
      var poems = new JdbcPoemStore(database);
      SubmittedPoem poem = poems.byAuthor(ADA).get(0);
      assertEquals("a moon", poem.text());
      assertEquals(PoemStatus.APPROVED, poem.status());
      var shown = new JdbcShownPoems(database);
      int likes = version >= 6 ? 1 : 0;
      assertEquals(likes, shown.from(0.5, new Community("discord", "here")).orElseThrow().likes());
      if (version >= 2) {
        var history = new JdbcModelHistory(database);
        assertEquals(Optional.of("light-1"), history.inService().map(ModelVersion::name));
        assertEquals(List.of("light-1"), history.runs(9).stream().map(TrainingRun::model).toList());
      }
      if (version >= 3) {
        assertEquals("A moon", new JdbcAnthology(database).find(1).orElseThrow().text());
      }
      if (version >= 4) {
        assertTrue(poems.decision(poem.id()).isPresent());
      }
      assertTrue(Poems.add(poems, "a new one").id() > poem.id());
    }
  }

  private static void write(DataSource source, int version) throws SQLException {
    // Held, or H2 would close a database in memory in between.
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (int v = 1; v <= version; v++) {
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/migration")
            .target("" + v)
            .load()
            .migrate();
        if (v <= WRITTEN.size()) {
          statement.execute(WRITTEN.get(v - 1).formatted(AT));
        }
      }
    }
  }

  /** Numbers are used up in their order: what a database has applied, no later one may precede. */
  @Test
  void theyAreNumberedFromOneOn() {
    var info =
        Flyway.configure()
            .dataSource("jdbc:h2:mem:numbers", "", "")
            .locations("classpath:db/migration")
            .load()
            .info()
            .all();
    assertEquals(
        IntStream.rangeClosed(1, info.length).mapToObj(i -> "" + i).toList(),
        Stream.of(info).map(i -> "" + i.getVersion()).toList());
    assertEquals(Migrations.NEWEST, "" + info.length);
  }
}
