package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;

/** The database on a real disk, with real processes that really die. */
class DatabaseTest {
  @TempDir Path folder;

  /** The child: stores poem after poem and says so, until it is killed. */
  static final class Child {
    public static void main(String[] arguments) {
      var store = new H2PoemStore(Database.open(Path.of(arguments[0])));
      for (int i = 0; ; i++) {
        var poem =
            PoemStoreContract.poem(
                PoemStoreContract.ADA, "poem " + arguments[1] + "-" + i, true, PoemStatus.APPROVED);
        System.out.println(store.add(poem, PoemStoreContract.AT).text());
      }
    }
  }

  @Test
  void everyAcknowledgedPoemSurvivesTheDeathOfTheProcess() throws Exception {
    var acknowledged = new ArrayList<String>();
    for (int round = 0; round < 4; round++) {
      Process child = child(round);
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        // Killed right behind an acknowledgement, a different one each time.
        for (int i = 0; i <= 7 * round; i++) {
          acknowledged.add(poem(out));
        }
        child.destroyForcibly();
      }
      child.waitFor();
      try (Database database = Database.open(folder)) {
        List<String> kept =
            new H2PoemStore(database)
                .byAuthor(PoemStoreContract.ADA).stream().map(SubmittedPoem::text).toList();
        assertTrue(kept.containsAll(acknowledged), "lost: " + missing(acknowledged, kept));
      }
    }
    assertTrue(acknowledged.size() >= 46);
  }

  private static String poem(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("poem ")) {
        return line;
      }
    }
    throw new IOException("the child ended by itself");
  }

  private static List<String> missing(List<String> wanted, List<String> kept) {
    var missing = new ArrayList<>(wanted);
    missing.removeAll(kept);
    return missing;
  }

  private Process child(int round) throws IOException {
    return new ProcessBuilder(command(round))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> command(int round) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        folder.toString(),
        String.valueOf(round));
  }

  /** A limit on the size of files is to the database what a full disk is. */
  @Test
  void aFullDiskIsOneSentenceAndLosesNothing() throws Exception {
    var command = new ArrayList<>(command(9));
    command.addAll(0, List.of("bash", "-c", "ulimit -f 300; exec \"$@\"", "bash"));
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    var acknowledged = new ArrayList<String>();
    String last = "";
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("poem ")) {
          acknowledged.add(line);
        }
        last = line.contains("rhapsode.store.StoreException: ") ? line : last;
      }
    }
    child.waitFor();
    assertTrue(last.contains("nothing was changed. Check the disk"), last);
    try (Database database = Database.open(folder)) {
      List<String> kept =
          new H2PoemStore(database)
              .byAuthor(PoemStoreContract.ADA).stream().map(SubmittedPoem::text).toList();
      assertTrue(kept.containsAll(acknowledged), "lost: " + missing(acknowledged, kept));
    }
    assertTrue(acknowledged.size() > 10);
  }

  @Test
  void aDatabaseThatAnotherProcessHasOpenIsOneSentence() throws Exception {
    Process child = child(0);
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      poem(out);
      var fault = assertThrows(DatabaseInUseException.class, () -> Database.open(folder));
      assertEquals(
          "The database in %s is in use by another process; stop that one first, or set another data folder."
              .formatted(folder),
          fault.getMessage());
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void aDamagedFileIsOneSentenceAndIsLeftAlone() throws IOException {
    Path file = folder.resolve("rhapsode.mv.db");
    byte[] noise = "this is not a database".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Files.write(file, noise);
    var fault = assertThrows(StoreException.class, () -> Database.open(folder));
    assertTrue(fault.getMessage().contains("cannot be opened"), fault.getMessage());
    assertEquals(noise.length, Files.size(file));
  }

  @Test
  void aFolderThatCannotBeMadeIsOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    var fault = assertThrows(StoreException.class, () -> Database.open(file.resolve("data")));
    assertTrue(fault.getMessage().contains("cannot be made"), fault.getMessage());
  }

  @Test
  void anInterruptedThreadDoesNotCloseTheDatabase() throws Exception {
    try (Database database = Database.open(folder)) {
      var store = new H2PoemStore(database);
      var interrupted =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                store.add(
                    PoemStoreContract.poem(
                        PoemStoreContract.ADA, "hurried", true, PoemStatus.APPROVED),
                    PoemStoreContract.AT);
              });
      interrupted.start();
      interrupted.join();
      store.add(
          PoemStoreContract.poem(PoemStoreContract.ADA, "calm", true, PoemStatus.APPROVED),
          PoemStoreContract.AT);
      assertEquals(
          List.of("calm", "hurried"),
          store.byAuthor(PoemStoreContract.ADA).stream().map(SubmittedPoem::text).toList());
    }
  }
}
