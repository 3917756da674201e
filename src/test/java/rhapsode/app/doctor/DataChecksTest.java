package rhapsode.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static rhapsode.app.doctor.Looks.finds;

import java.io.IOException;
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

/** The data folder, its disk and its database. */
class DataChecksTest {
  @TempDir Path folder;

  @Test
  void aFolderIsWrittenToAndLeftAsItWas() throws IOException {
    finds(State.OK, new DataFolderCheck(folder), folder + " can be written to.");
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFolderThatCanBeMadeIsNotMade() {
    Path none = folder.resolve("a/b");
    finds(State.OK, new DataFolderCheck(none), none + " will be made at the first start.");
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void aFileInTheWayIsAFault() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    finds(State.FAULT, new DataFolderCheck(file), file + " is a file", "data.folder");
    finds(State.FAULT, new DataFolderCheck(file.resolve("data")), file + " is a file");
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsAFault() {
    assertTrue(folder.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(folder), "this user may write everything");
      finds(State.FAULT, new DataFolderCheck(folder), folder + " cannot be written to.");
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
  void aRunningBotAndChangesToComeAreFine() {
    finds(State.OK, new DatabaseCheck(new DatabaseState.InUse()), "A running bot has it open");
    finds(State.OK, new DatabaseCheck(behind(1)), "the next start makes one change");
    finds(State.OK, new DatabaseCheck(behind(3)), "the next start makes 3 changes");
  }

  private static DatabaseState behind(int missing) {
    return new DatabaseState.Sound(new Inspection(missing, Optional.empty(), Optional.empty()));
  }
}
