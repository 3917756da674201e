package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static rhapsode.app.doctor.Looks.finds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.store.Database;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.Inspection;
import rhapsode.yaml.YamlException;

/** The data folder, its disk and its database. */
class DataChecksTest {
  @TempDir Path folder;

  private static Check dataFolder(Path folder) {
    return new FolderCheck("data folder", "data.folder", folder);
  }

  @Test
  void aFolderIsWrittenToAndLeftAsItWas() throws IOException {
    finds(State.OK, dataFolder(folder), folder + " can be written to.");
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFolderThatCanBeMadeIsNotMade() {
    Path none = folder.resolve("a/b");
    finds(State.OK, dataFolder(none), none + " will be made when it is needed.");
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void aFileInTheWayIsAFault() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    finds(State.FAULT, dataFolder(file), file + " is a file", "data.folder");
    finds(State.FAULT, dataFolder(file.resolve("data")), file + " is a file");
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsAFault() {
    assertTrue(folder.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(folder), "this user may write everything");
      finds(State.FAULT, dataFolder(folder), folder + " cannot be written to.");
    } finally {
      assertTrue(folder.toFile().setWritable(true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OK, 83600000000, 83.6 GB free",
    "OK, 1000000000, 1.0 GB free",
    "WARNING, 999000000, 999 MB free",
    "FAULT, 99999999, 99 MB free"
  })
  void roomIsCounted(State state, long bytes, String sentence) {
    finds(state, new DiskSpaceCheck(folder.resolve("none"), there -> bytes), sentence);
  }

  @Test
  void theRoomOfTheDiskIsKnown() {
    assertTrue(DiskSpaceCheck.of(folder.resolve("none")).look().sentence().contains(" free "));
  }

  @Test
  void aDatabaseIsLookedAtWhereThereIsOne() {
    finds(
        State.OK,
        new DatabaseCheck(DatabaseState.of(DatabaseAddress.folder(folder))),
        "made at the first start");
    Database.open(folder).close();
    DatabaseState sound = DatabaseState.of(DatabaseAddress.folder(folder));
    finds(State.OK, new DatabaseCheck(sound), "its tables are of this version");
    assertEquals(Optional.empty(), sound.contents().orElseThrow().model());
  }

  @Test
  void aDatabaseThatDoesNotOpenIsAFault() throws IOException {
    Path other = folder.resolve("other");
    Database.open(DatabaseAddress.folder(other, "a-long-and-random-key")).close();
    finds(
        State.FAULT,
        new DatabaseCheck(DatabaseState.of(DatabaseAddress.folder(other))),
        "does not open with this key");
    Files.writeString(folder.resolve("rhapsode.mv.db"), "This is no database.".repeat(1000));
    DatabaseState damaged = DatabaseState.of(DatabaseAddress.folder(folder));
    finds(State.FAULT, new DatabaseCheck(damaged), "It does not open.", "is damaged");
    assertEquals(Optional.empty(), damaged.contents());
  }

  @Test
  void aListOfRefusedWordsThatCannotBeReadIsAFault() {
    finds(State.OK, new RefusedWordsCheck(() -> {}), "is read");
    Runnable unreadable =
        () -> {
          throw new YamlException("The list of refused words x cannot be read.");
        };
    finds(State.FAULT, new RefusedWordsCheck(unreadable), "x cannot be read", "does not start");
  }

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    finds(State.OFF, new MonitoringPortCheck("127.0.0.1", 0), "Nobody listens");
    Check check;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      check = new MonitoringPortCheck("127.0.0.1", taken.getLocalPort());
      finds(State.WARNING, check, "" + taken.getLocalPort(), "If the bot runs");
    }
    finds(State.OK, check, "is free");
  }

  @Test
  void aRunningBotAndChangesToComeAreFine() {
    finds(State.OK, new DatabaseCheck(new DatabaseState.InUse()), "A running bot has it open");
    finds(State.OK, new DatabaseCheck(behind(1)), "the next start makes one change");
    finds(State.OK, new DatabaseCheck(behind(3)), "the next start makes 3 changes");
  }

  private static DatabaseState behind(int missing) {
    return new DatabaseState.Sound(new Inspection(missing, Optional.empty(), Optional.empty()));
  }
}
