package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;

/** Kills a real process right after it has acknowledged a write, and looks what is left. */
@Timeout(300)
final class KillTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;

  @Test
  void everyAcknowledgedWriteSurvivesKillNine() throws Exception {
    Set<String> acknowledged = new LinkedHashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(writesUntilKilled(1 + 37 * round));
      assertAllThere(acknowledged);
    }
    assertTrue(acknowledged.stream().anyMatch(line -> line.startsWith("withdrawn")));
  }

  @Test
  void saysThatAnotherProcessHoldsTheDatabase() throws IOException {
    try (OtherProcess other = new OtherProcess(folder)) {
      other.await(1);
      StoreException failure =
          assertThrows(DatabaseInUseException.class, () -> Database.open(folder));
      assertEquals(
          "The database in "
              + folder
              + " is in use by another process; stop that one, or choose another folder.",
          failure.sentence());
    }
  }

  /** H2 would remove the file into which the other one may be rewriting the database. */
  @Test
  void whoIsRefusedLeavesTheOthersFilesAlone() throws IOException {
    try (OtherProcess other = new OtherProcess(folder)) {
      other.await(1);
      Path rewritten = Files.createFile(folder.resolve("rhapsode.mv.db.tempFile"));
      assertThrows(DatabaseInUseException.class, () -> Database.open(folder));
      assertThrows(
          DatabaseInUseException.class, () -> Inspection.of(DatabaseAddress.folder(folder)));
      assertTrue(Files.exists(rewritten));
    }
  }

  private List<String> writesUntilKilled(int writes) throws IOException, InterruptedException {
    try (OtherProcess other = new OtherProcess(folder)) {
      List<String> acknowledged = new ArrayList<>(other.await(writes));
      acknowledged.addAll(other.kill());
      return acknowledged;
    }
  }

  private void assertAllThere(Set<String> acknowledged) {
    try (Database database = Database.open(folder)) {
      JdbcPoemStore store = new JdbcPoemStore(database);
      for (String line : acknowledged) {
        String[] words = line.split(" ");
        SubmittedPoem poem = store.find(Long.parseLong(words[1])).orElseThrow(() -> lost(line));
        boolean withdrawn = acknowledged.contains("withdrawn " + poem.id());
        assertTrue(
            poem.status() == PoemStatus.WITHDRAWN
                ? poem.text().isEmpty()
                : !withdrawn && poem.text().startsWith("moon"),
            line);
      }
    }
  }

  private static AssertionError lost(String line) {
    return new AssertionError("acknowledged and lost: " + line);
  }
}
