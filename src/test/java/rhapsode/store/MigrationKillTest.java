package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a process that makes the tables, or alters those of an earlier version. */
@Timeout(120)
final class MigrationKillTest {
  @TempDir Path folder;

  /** Bytes, to come to them one after the other while scripts run; they come to some 500,000. */
  @ParameterizedTest
  @ValueSource(ints = {1, 110_000, 250_000})
  void theFirstStartCanBeKilledAtAnyTime(int bytes) throws Exception {
    killStart(bytes);
    assertOpens();
  }

  @ParameterizedTest
  @ValueSource(ints = {150_000, 250_000})
  void aStartAfterAnUpgradeToo(int bytes) throws Exception {
    writeAsVersionThree();
    killStart(Files.size(H2File.in(folder)) + bytes);
    assertOpens();
    try (Database database = Database.open(folder)) {
      assertEquals("a moon", new JdbcPoemStore(database).find(1).orElseThrow().text());
    }
  }

  private void killStart(long bytes) throws IOException, InterruptedException {
    try (var other = new OtherProcess(Start.class, folder.toString())) {
      while (bytes() < bytes && other.isAlive()) {
        Thread.onSpinWait();
      }
      other.kill();
    }
  }

  private void assertOpens() throws IOException {
    try (Database database = Database.open(folder)) {
      assertTrue(Poems.add(new JdbcPoemStore(database), "a new one").id() > 0);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertFalse(left.anyMatch(file -> file.getFileName().toString().equals(".rhapsode-upgrade")));
    }
  }

  private void writeAsVersionThree() throws SQLException {
    H2Location location = H2Location.folder(folder);
    try (Connection connection = location.source().getConnection()) {
      Flyway.configure()
          .dataSource(location.source())
          .locations("classpath:db/migration")
          .target("3")
          .load()
          .migrate();
      new Statements(connection)
          .update(
              """
              insert into poem (platform, author_id, author_name, community, title, text, text_key,
                status, submitted_at, may_train, may_display, may_attribute, consent_version,
                consented_at)
              values ('discord', '1', 'Ada', 'here', '', 'a moon', 'key', 'APPROVED',
                current_timestamp, true, true, true, '2026-11', current_timestamp)
              """);
    }
  }

  /** Of all that is in the folder. */
  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return 0; // One went just now.
      }
      throw e;
    }
  }

  /** A program that only opens a database, or makes it. */
  static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      Database.open(Path.of(arguments[0]));
    }
  }
}
