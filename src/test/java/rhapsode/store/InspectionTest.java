package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.learning.ModelVersion;

final class InspectionTest {
  private static final Instant LATER = Poems.NOW.plusSeconds(5);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("rhapsode.mv.db");
  }

  @Test
  void whereThereIsNoneItMakesNone() throws IOException {
    Path none = folder.resolve("none");
    assertEquals(Optional.empty(), Inspection.of(DatabaseAddress.folder(none)));
    assertFalse(Files.exists(none));
    Files.createFile(file());
    assertEquals(Optional.empty(), Inspection.of(DatabaseAddress.folder(folder)));
    assertEquals(0, Files.size(file()));
  }

  @Test
  void aDatabaseIsReadAndLeftAsItIs() throws IOException {
    try (Database database = Database.open(folder)) {
      Poems.add(new JdbcPoemStore(database), "a moon");
      new JdbcModelHistory(database).add(inService("light-1"));
    }
    byte[] before = Files.readAllBytes(file());
    assertEquals(
        Optional.of(new Inspection(0, Optional.of("light-1"), Optional.of(LATER))),
        Inspection.of(DatabaseAddress.folder(folder)));
    assertArrayEquals(before, Files.readAllBytes(file()));
    Database.open(folder).close();
  }

  private static ModelVersion inService(String name) {
    return new ModelVersion(name, "light", LATER, 1, 9, 8, ModelVersion.State.IN_SERVICE, null);
  }

  @Test
  void anEmptyDatabaseHasNoRowsAndTheShippedModel() {
    Database.open(folder).close();
    assertEquals(
        Optional.of(new Inspection(0, Optional.empty(), Optional.empty())),
        Inspection.of(DatabaseAddress.folder(folder)));
  }

  /** The first start may have been killed before it made the tables. */
  @Test
  void oneWithoutTablesLacksAllMigrations() throws SQLException {
    try (var connection = H2Location.folder(folder).source().getConnection()) {
      assertFalse(connection.isReadOnly());
    }
    Inspection found = Inspection.of(DatabaseAddress.folder(folder)).orElseThrow();
    assertTrue(found.missing() >= 4, found.toString());
    assertEquals(Optional.empty(), found.newest());
    assertEquals(found, Inspection.of(DatabaseAddress.folder(folder)).orElseThrow());
  }

  @Test
  void oneThatWasKilledIsReadAsItWas() throws Exception {
    try (var other = new OtherProcess(folder)) {
      other.await(3);
      assertThrows(
          DatabaseInUseException.class, () -> Inspection.of(DatabaseAddress.folder(folder)));
      other.kill();
    }
    byte[] killed = Files.readAllBytes(file());
    assertEquals(
        Optional.of(Poems.NOW),
        Inspection.of(DatabaseAddress.folder(folder)).orElseThrow().newest());
    assertArrayEquals(killed, Files.readAllBytes(file()));
    try (Database again = Database.open(folder)) {
      assertTrue(new JdbcPoemStore(again).find(1).isPresent());
    }
  }

  @Test
  void whatAStartWouldRefuseIsRefusedInTheSameWords() throws IOException {
    Database.open(DatabaseAddress.folder(folder.resolve("key"), "a-long-and-random-key")).close();
    assertThrows(
        WrongKeyException.class,
        () -> Inspection.of(DatabaseAddress.folder(folder.resolve("key"))));
    assertTrue(
        Inspection.of(H2Location.folder(folder.resolve("key")).encrypted("a-long-and-random-key"))
            .isPresent());
    Files.writeString(file(), "This is no database.".repeat(1000));
    assertThrows(
        DatabaseDamagedException.class, () -> Inspection.of(DatabaseAddress.folder(folder)));
  }

  @Test
  void oneOfANewerVersionIsRefused() {
    try (Database database = Database.open(folder)) {
      database
          .jdbc()
          .write(
              on ->
                  on.update(
                      """
                      insert into "flyway_schema_history" ("installed_rank", "version",
                        "description", "type", "script", "checksum", "installed_by",
                        "execution_time", "success")
                      values (99, '99', 'future', 'SQL', 'V99__future.sql', 1, 'x', 1, true)
                      """));
    }
    assertThrows(OtherVersionException.class, () -> Inspection.of(DatabaseAddress.folder(folder)));
  }
}
