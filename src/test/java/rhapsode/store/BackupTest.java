package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.store.Poems.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rhapsode.community.SubmittedPoem;

@Timeout(120)
final class BackupTest extends BackupCase {
  private static DatabaseAddress other(TestDatabase kind, Path folder) {
    return kind == TestDatabase.H2 ? DatabaseAddress.folder(folder) : kind.address();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOpenIsBackedUpAndPutBack(TestDatabase kind) throws IOException {
    DatabaseAddress address = other(kind, folder.resolve("data"));
    SubmittedPoem poem;
    try (Database database = Database.open(address)) {
      poem = Poems.add(new JdbcPoemStore(database), "a moon");
      Backup written = Backup.of(database, file(), models()::resolve, NOW);
      assertEquals(1, written.poems());
      assertEquals(Optional.empty(), written.model());
      Poems.add(new JdbcPoemStore(database), "a moon that came later");
    }
    Backup restored = restore(other(kind, folder.resolve("other")));
    assertEquals(1, restored.poems());
    DatabaseAddress back = kind == TestDatabase.H2 ? other(kind, folder.resolve("other")) : address;
    assertEquals(List.of(poem), poems(back));
    assertFalse(filesIn(folder).stream().anyMatch(name -> name.startsWith(".rhapsode")));
  }

  /** From a server to a folder, when a community gets smaller. */
  @Test
  void theBackupOfAServerGoesIntoAFolderToo() {
    DatabaseAddress server = TestDatabase.POSTGRES.address();
    SubmittedPoem poem = add(server, "a moon");
    backUp(server);
    restore(data());
    assertEquals(List.of(poem), poems(data()));
  }

  @Test
  void aServersBackupIsEncryptedWithTheKeyThatIsSet() throws IOException {
    DatabaseAddress server = TestDatabase.POSTGRES.address().backedUpWith(KEY);
    add(server, "MOONSECRET and more");
    backUp(server);
    assertThrows(WrongKeyException.class, () -> restore(data()));
    assertEquals(List.of(file().getFileName().toString(), "data"), filesIn(folder));
    restore(DatabaseAddress.folder(folder.resolve("data"), KEY));
  }

  @Test
  void anEncryptedDatabaseHasAnEncryptedBackup() throws IOException {
    var encrypted = DatabaseAddress.folder(folder.resolve("data"), KEY);
    SubmittedPoem poem = add(encrypted, "MOONSECRET and more");
    backUp(encrypted);
    assertFalse(Files.readString(file(), StandardCharsets.ISO_8859_1).contains("MOONSECRET"));
    var other = DatabaseAddress.folder(folder.resolve("other"), KEY);
    assertThrows(
        WrongKeyException.class, () -> restore(DatabaseAddress.folder(folder.resolve("other"))));
    restore(other);
    assertEquals(List.of(poem), poems(other));
  }

  /** H2 writes this copy itself, and must not decipher it. */
  @Test
  void anOpenEncryptedDatabaseHasAnEncryptedBackup() throws IOException {
    var encrypted = DatabaseAddress.folder(folder.resolve("data"), KEY);
    try (Database database = Database.open(encrypted)) {
      Poems.add(new JdbcPoemStore(database), "MOONSECRET and more");
      assertEquals(1, Backup.of(database, file(), models()::resolve, NOW).poems());
    }
    var other = DatabaseAddress.folder(folder.resolve("other"));
    assertThrows(WrongKeyException.class, () -> restore(other));
    restore(DatabaseAddress.folder(folder.resolve("other"), KEY));
    assertEquals(
        "H2encrypt",
        Files.readString(folder.resolve("other/rhapsode.mv.db"), StandardCharsets.ISO_8859_1)
            .substring(0, 9));
  }

  @Test
  void theModelInServiceComesAlong() throws IOException {
    serve("light-1", "numbers");
    assertEquals(Optional.of("light-1"), backUp(data()).model());
    Path elsewhere = folder.resolve("elsewhere");
    Backup.restore(file(), DatabaseAddress.folder(elsewhere), elsewhere.resolve("m"), false, NOW);
    assertEquals("numbers", Files.readString(elsewhere.resolve("m/light-1/weights.bin")));
  }

  /**
   * All that was acknowledged before the backup began is in it, while another process writes on.
   */
  @Test
  void whatAnotherProcessHoldsIsBackedUpToo() throws Exception {
    try (var other = new OtherProcess(folder.resolve("data"))) {
      List<String> acknowledged = other.await(100);
      for (int i = 0; i < 3; i++) {
        Backup written =
            Backup.of(data(), folder.resolve("new/" + i + ".zip"), models()::resolve, NOW);
        long added = acknowledged.stream().filter(line -> line.startsWith("added")).count();
        assertTrue(written.poems() >= added, written + " " + added);
        acknowledged.addAll(other.await(20));
      }
      assertThrows(DatabaseInUseException.class, () -> Database.open(data()));
    }
  }

  /** Were the file opened and closed beside H2, the system would drop H2's lock. */
  @Test
  void afterABackupFromWithinTheFileIsStillHeld() throws Exception {
    try (Database database = Database.open(data())) {
      Poems.add(new JdbcPoemStore(database), "a moon");
      Backup.of(database, file(), models()::resolve, NOW);
      try (var other = new OtherProcess(folder.resolve("data"))) {
        assertThrows(IOException.class, () -> other.await(1));
      }
    }
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    add(data(), "a moon");
    Files.writeString(file(), "mine");
    assertThrows(BackupException.class, () -> backUp(data()));
    assertEquals("mine", Files.readString(file()));
  }

  @Test
  void whatIsNoBackupOrADamagedOneIsNotPutBack() throws IOException {
    add(data(), "a moon ".repeat(400));
    backUp(data());
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);
    var other = DatabaseAddress.folder(folder.resolve("other"));
    assertThrows(BackupException.class, () -> restore(other));
    Files.writeString(file(), "no backup");
    assertThrows(BackupException.class, () -> restore(other));
    Files.delete(file());
    assertThrows(BackupException.class, () -> restore(other));
    assertFalse(Files.exists(folder.resolve("other/rhapsode.mv.db")));
  }

  @Test
  void whereThereIsNoDatabaseThereIsNoBackup() {
    assertThrows(BackupException.class, () -> backUp(data()));
    assertFalse(Files.exists(file()));
  }
}
