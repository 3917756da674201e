package rhapsode.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static rhapsode.store.Poems.ADA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.community.SubmittedPoem;

final class DatabaseTest {
  private static final String KEY = "a-long-and-random-key";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"data", "a/b/c", "with blank ü %41 #1"})
  void keepsPoemsFromOneOpeningToTheNext(String name) {
    SubmittedPoem added = add(Database.open(folder.resolve(name)), "a moon");
    try (Database again = Database.open(folder.resolve(name))) {
      JdbcPoemStore store = new JdbcPoemStore(again);
      assertEquals(Optional.of(added), store.find(added.id()));
      assertTrue(Poems.add(store, "another moon").id() > added.id());
    }
  }

  @Test
  void closingTwiceIsClosing() {
    Database database = Database.open(folder);
    database.close();
    database.close();
  }

  @Test
  void aClosedDatabaseFailsWithASentence() {
    Database database = Database.inMemory();
    JdbcPoemStore store = new JdbcPoemStore(database);
    database.close();
    assertThrows(StoreException.class, () -> store.find(1));
  }

  @Test
  void databasesInMemoryAreApart() {
    try (Database one = Database.inMemory();
        Database other = Database.inMemory()) {
      SubmittedPoem added = Poems.add(new JdbcPoemStore(one), "a moon");
      assertEquals(Optional.empty(), new JdbcPoemStore(other).find(added.id()));
    }
  }

  /** H2 closes a database under "file:" when a thread that writes is interrupted. */
  @Test
  void anInterruptedThreadDoesNotCloseTheDatabase() {
    try (Database database = Database.open(folder)) {
      database
          .jdbc()
          .write(
              on -> {
                Thread.currentThread().interrupt();
                return on.update("update poem set title = ''");
              });
      assertTrue(Thread.interrupted());
      Poems.add(new JdbcPoemStore(database), "a moon");
    }
  }

  @Test
  void whatIsWithdrawnLeavesTheFileOnClosing() throws IOException {
    try (Database database = Database.open(folder)) {
      JdbcPoemStore store = new JdbcPoemStore(database);
      SubmittedPoem secret = Poems.add(store, "MOONSECRET and more");
      Poems.add(store, "MOONPUBLIC and more");
      assertTrue(store.withdraw(secret.id(), ADA, Poems.NOW));
    }
    assertFalse(filesSay("MOONSECRET"));
    assertTrue(filesSay("MOONPUBLIC"));
  }

  @Test
  void anEncryptedDatabaseShowsNothingAndOpensOnlyWithItsKey() throws IOException {
    SubmittedPoem added =
        add(Database.open(DatabaseAddress.folder(folder, KEY)), "MOONSECRET and more");
    assertFalse(filesSay("MOONSECRET"));
    assertThrows(
        WrongKeyException.class,
        () -> Database.open(DatabaseAddress.folder(folder, "a-long-and-other-key")));
    assertThrows(WrongKeyException.class, () -> Database.open(folder));
    try (Database again = Database.open(DatabaseAddress.folder(folder, KEY))) {
      assertEquals(Optional.of(added), new JdbcPoemStore(again).find(added.id()));
    }
  }

  @Test
  void anOpenDatabaseDoesNotTakeAKey() {
    add(Database.open(folder), "a moon");
    assertThrows(WrongKeyException.class, () -> Database.open(DatabaseAddress.folder(folder, KEY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with blanks in between"})
  void aKeyIsLongAndWithoutBlanks(String key) {
    assertThrows(
        IllegalArgumentException.class, () -> Database.open(DatabaseAddress.folder(folder, key)));
  }

  @Test
  void aKeyIsNotShown() {
    assertFalse(H2Location.folder(folder).encrypted(KEY).toString().contains(KEY));
  }

  @Test
  void saysThatAFileIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertSentence(NotAFolderException.class, file, "which is not a folder", file);
    assertSentence(
        NotAFolderException.class, file.resolve("x"), "which is not a folder", file.resolve("x"));
  }

  /** In a JDBC URL of H2 a semicolon starts a setting, and settings can run SQL. */
  @Test
  void doesNotTakeAFolderForASetting() {
    Path odd = folder.resolve("x;INIT=drop all objects");
    assertThrows(NotAFolderException.class, () -> Database.open(odd));
    assertFalse(Files.exists(odd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "This is no database.", "H:2,chunk:1"})
  void saysThatAFileIsDamagedAndLeavesIt(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("rhapsode.mv.db"), content.repeat(1000));
    if (content.isEmpty()) {
      Database.open(folder).close();
      return;
    }
    assertSentence(DatabaseDamagedException.class, folder, "is damaged", folder);
    assertEquals(content.repeat(1000), Files.readString(file, UTF_8));
  }

  @Test
  void doesNotOpenWhatANewerVersionMade() {
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
    assertSentence(OtherVersionException.class, folder, "another version of Rhapsode", folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rhapsode.mv.db"})
  void saysThatItMayNotWrite(String name) {
    add(Database.open(folder), "a moon");
    Path forbidden = folder.resolve(name);
    assertTrue(forbidden.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(forbidden), "this user may write everything");
      assertSentence(DatabaseReadOnlyException.class, folder, "may not be written", folder);
    } finally {
      assertTrue(forbidden.toFile().setWritable(true));
    }
  }

  private static SubmittedPoem add(Database database, String text) {
    try (database) {
      return Poems.add(new JdbcPoemStore(database), text);
    }
  }

  private static void assertSentence(
      Class<? extends StoreException> failure, Path at, String says, Path names) {
    StoreException thrown = assertThrows(failure, () -> Database.open(at));
    List.of(says, names.toString())
        .forEach(part -> assertTrue(thrown.sentence().contains(part), thrown.sentence()));
  }

  private boolean filesSay(String word) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.readString(file, ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
