package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.PoemStore;
import rhapsode.community.SubmittedPoem;

/**
 * What the file holds at the very moment a write is acknowledged is what a killed process leaves.
 * Here every such moment is looked at, where {@link KillTest} meets only some.
 *
 * <p>It fails when H2 2.5.252 may fill gaps in its file ({@code REUSE_SPACE}, on by default): then
 * many an acknowledged poem is missing from the copy, and many a withdrawn one is back.
 */
final class CrashPointTest {
  private static final int WRITES = 40;
  private static final int OPENINGS = 4;

  @TempDir Path live;
  @TempDir Path copy;

  private final Random random = new Random(2);
  private final List<SubmittedPoem> kept = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();

  @Test
  void everyAcknowledgedWriteIsInTheFile() throws IOException, SQLException {
    for (int opening = 0; opening < OPENINGS; opening++) {
      try (Database database = Database.open(DatabaseAddress.of(longRunning(live)))) {
        PoemStore store = new JdbcPoemStore(database);
        for (int i = 0; i < WRITES / OPENINGS; i++) {
          write(store);
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  /** H2 fills gaps once they are 45 s old; with this setting the test need not wait for that. */
  private static H2Location longRunning(Path folder) {
    H2Location location = H2Location.folder(folder);
    return new H2Location(
        location.url() + ";RETENTION_TIME=0",
        location.password(),
        location.folder(),
        location.large());
  }

  private void write(PoemStore store) throws IOException, SQLException {
    if (kept.size() > 3 && random.nextInt(3) == 0) {
      SubmittedPoem poem = kept.remove(random.nextInt(kept.size()));
      store.withdraw(poem.id(), Poems.ADA, Poems.NOW);
      check(poem.id(), "");
    } else {
      String text = "moon " + "x".repeat(random.nextInt(3900)) + random.nextLong();
      SubmittedPoem poem = Poems.add(store, text);
      kept.add(poem);
      check(poem.id(), text);
    }
  }

  private void check(long id, String text) throws IOException, SQLException {
    Path file = Path.of("rhapsode.mv.db");
    Files.copy(live.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    try (Connection connection = H2Location.folder(copy).source().getConnection()) {
      List<String> texts =
          new Statements(connection)
              .list(row -> row.getString("text"), "select text from poem where id = ?", id);
      if (!texts.equals(List.of(text))) {
        lost.add((text.isEmpty() ? "withdrawal of " : "poem ") + id);
      }
    }
  }
}
