package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.learning.Timetable;
import rhapsode.store.Database;
import rhapsode.testing.SettableClock;

final class NightlyBackupTest {
  @TempDir Path folder;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T03:00:00Z"));
  private final Database database = Database.inMemory();

  @AfterEach
  void close() {
    database.close();
  }

  private NightlyBackup nightly(Path where, int kept) {
    var timetable = Optional.of(Timetable.of("30 3 * * *", ZoneOffset.UTC));
    return new NightlyBackup(
        database, new Settings.Backups(where, timetable, kept), folder::resolve, clock);
  }

  private static List<String> names(Path where) throws IOException {
    return NightlyBackup.written(where).stream().map(file -> "" + file.getFileName()).toList();
  }

  @Test
  void eachNightHasOneAndTheOldestGo() throws IOException {
    Path where = folder.resolve("backups");
    NightlyBackup nightly = nightly(where, 2);
    nightly.ring();
    assertTrue(Files.notExists(where));
    Files.createDirectories(where);
    Path mine = Files.writeString(where.resolve("rhapsode-mine.zip"), "mine");
    for (int night = 0; night < 3; night++) {
      clock.tick(Duration.ofMinutes(31));
      nightly.ring();
      nightly.ring();
      clock.tick(Duration.ofHours(24).minusMinutes(31));
    }
    assertEquals(
        List.of("rhapsode-2026-11-26T03-31-00Z.zip", "rhapsode-2026-11-25T03-31-00Z.zip"),
        names(where));
    assertTrue(Files.exists(mine));
  }

  @Test
  void aClockThatJumpsADayMakesOneAndPutBackDoesNoHarm() throws IOException {
    Path where = folder.resolve("backups");
    NightlyBackup nightly = nightly(where, 5);
    clock.tick(Duration.ofDays(3));
    nightly.ring();
    nightly.ring();
    assertEquals(List.of("rhapsode-2026-11-27T03-00-00Z.zip"), names(where));
    clock.tick(Duration.ofDays(-2));
    nightly.ring();
    assertEquals(1, names(where).size());
    clock.tick(Duration.ofMinutes(31));
    nightly.ring();
    assertEquals(
        List.of("rhapsode-2026-11-27T03-00-00Z.zip", "rhapsode-2026-11-25T03-31-00Z.zip"),
        names(where));
  }

  @Test
  void aFailureIsForTheLogAndTheNextNightIsTriedAgain() throws IOException {
    Path where = Files.createFile(folder.resolve("file"));
    NightlyBackup nightly = nightly(where, 2);
    clock.tick(Duration.ofHours(1));
    nightly.ring();
    Files.delete(where);
    clock.tick(Duration.ofHours(24));
    nightly.ring();
    assertEquals(1, names(where).size());
  }
}
