package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.store.Poems.ADA;
import static rhapsode.store.Poems.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.community.Archive;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;
import rhapsode.community.WrittenPoem;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.TrainingRun;

/** A database that a backup replaces, and what must not come back with the backup. */
@Timeout(120)
final class ReplacingBackupTest extends BackupCase {
  private int replaced;

  @Test
  void whatIsThereIsReplacedOnlyIfAskedForAndStaysBeside() throws IOException {
    SubmittedPoem poem = add(data(), "a moon");
    backUp(data());
    add(data(), "a second moon");
    assertThrows(DatabaseNotEmptyException.class, () -> restore(data()));
    assertEquals(2, poems(data()).size());
    Backup.restore(file(), data(), models(), true, NOW);
    assertEquals(List.of(poem), poems(data()));
    assertTrue(
        filesIn(folder.resolve("data")).contains("rhapsode.mv.db.before-2026-11-24T12-00-00Z"));
  }

  private Optional<String> replace(Path backup) {
    Instant at = NOW.plusSeconds(++replaced);
    return Backup.restore(backup, data(), models(), true, at).untold();
  }

  private static final Author BEN = new Author("console", "2", "Ben");

  private static SubmittedPoem add(Database database, Author author, String text) {
    var consent = new Consent(true, true, true, "2026-11", NOW);
    return new JdbcPoemStore(database)
        .add(new Submission(author, "here", "", text, consent, PoemStatus.APPROVED), NOW);
  }

  private static WrittenPoem write(Database database, String text) {
    return new JdbcAnthology(database)
        .keep(ADA, "here", new WrittenPoem.Request("moon", "free", 0.8, ""), text, "light", NOW);
  }

  /** Two given poems of Ada, one of Ben, who likes hers; and two that were written. */
  private record Community(
      SubmittedPoem first, SubmittedPoem second, SubmittedPoem other, long one, long two) {
    static Community of(Database database) {
      var community =
          new Community(
              add(database, ADA, "a moon"),
              add(database, ADA, "a second moon"),
              add(database, BEN, "a sun"),
              write(database, "one").id(),
              write(database, "two").id());
      new JdbcShownPoems(database).like(community.second.id(), BEN, NOW);
      new JdbcAnthology(database).like(community.two, BEN, NOW);
      return community;
    }
  }

  @Test
  void whatWasTakenBackSinceStaysTakenBack() {
    Community community;
    try (Database database = Database.open(data())) {
      community = Community.of(database);
      Backup.of(database, file(), models()::resolve, NOW);
      new JdbcPoemStore(database).withdraw(community.first.id(), ADA, NOW.plusSeconds(1));
      new JdbcPersonalRecords(database).erase(BEN, NOW.plusSeconds(2));
      new JdbcAnthology(database).erase(community.one);
      add(database, ADA, "a moon that came later");
    }
    assertEquals(Optional.empty(), replace(file()));
    try (Database database = Database.open(data())) {
      var poems = new JdbcPoemStore(database);
      assertEquals(List.of(community.second), poems.byAuthor(ADA));
      assertEquals(PoemStatus.WITHDRAWN, poems.find(community.first.id()).orElseThrow().status());
      SubmittedPoem erased = poems.find(community.other.id()).orElseThrow();
      assertEquals(Author.ERASED, erased.author().id());
      assertEquals("", erased.text());
      var anthology = new JdbcAnthology(database);
      assertEquals(Optional.empty(), anthology.find(community.one));
      assertEquals(0, anthology.likes(community.two));
      assertEquals("two", anthology.find(community.two).orElseThrow().text());
      var here = new rhapsode.community.Community("console", "here");
      assertEquals(0, new JdbcShownPoems(database).from(0.5, here).orElseThrow().likes());
    }
  }

  /** Two backups, and the older one put back first: its database never knew what came after it. */
  @Test
  void whatTheReplacedDatabaseNeverHadStaysInTheBackup() {
    Path older = folder.resolve("older.zip");
    Community community;
    try (Database database = Database.open(data())) {
      Backup.of(database, older, models()::resolve, NOW);
      community = Community.of(database);
      Backup.of(database, file(), models()::resolve, NOW);
    }
    replace(older);
    try (Database database = Database.open(data())) {
      SubmittedPoem another = add(database, ADA, "another one with the same number");
      assertEquals(community.first.id(), another.id());
    }
    assertTrue(replace(file()).isPresent());
    try (Database database = Database.open(data())) {
      assertEquals("one", new JdbcAnthology(database).find(community.one).orElseThrow().text());
      assertEquals(1, new JdbcAnthology(database).likes(community.two));
    }
  }

  /** The last poem is in all three: only the numbers tell. */
  @Test
  void whatWasWrittenBetweenTwoBackupsStaysInTheNewerOne() {
    Path older = folder.resolve("older.zip");
    WrittenPoem between;
    try (Database database = Database.open(data())) {
      add(database, ADA, "a moon");
      Backup.of(database, older, models()::resolve, NOW);
      between = write(database, "one");
      Backup.of(database, file(), models()::resolve, NOW);
    }
    assertEquals(Optional.empty(), replace(older));
    assertTrue(replace(file()).isPresent());
    replace(older);
    try (Database database = Database.open(data())) {
      WrittenPoem another =
          new JdbcAnthology(database)
              .keep(ADA, "here", between.request(), "two", "light", NOW.plusSeconds(9));
      assertEquals(between.id(), another.id());
    }
    assertTrue(replace(file()).isPresent());
    try (Database database = Database.open(data())) {
      assertEquals("one", new JdbcAnthology(database).find(between.id()).orElseThrow().text());
    }
  }

  /** Who restores an old backup imports the last export next. */
  @Test
  void whatCameAfterTheBackupAndWasWithdrawnIsNotImportedAgain() {
    List<ArchivedPoem> exported;
    SubmittedPoem withdrawn;
    try (Database database = Database.open(data())) {
      add(database, ADA, "a moon");
      Backup.of(database, file(), models()::resolve, NOW);
      withdrawn = add(database, ADA, "a moon that came later and goes again");
      add(database, ADA, "a moon that came later and stays as it was");
      exported = new JdbcArchive(database).all();
      new JdbcPoemStore(database).withdraw(withdrawn.id(), ADA, NOW.plusSeconds(1));
    }
    assertEquals(Optional.empty(), replace(file()));
    try (Database database = Database.open(data())) {
      Archive.Added added = new JdbcArchive(database).add(exported);
      assertEquals(new Archive.Added(1, 1, 1), added);
      assertTrue(add(database, ADA, "a new one").id() > withdrawn.id());
    }
  }

  @Test
  void aModelThatKnowsWhatWasTakenBackDoesNotServeAgain() throws IOException {
    try (Database database = Database.open(data())) {
      SubmittedPoem poem = add(database, ADA, "a moon");
      var history = new JdbcModelHistory(database);
      TrainingRun run =
          history.begin(TrainingRun.Cause.ASKED, "light", List.of(poem.id()), NOW).orElseThrow();
      history.add(
          new ModelVersion(
              run.model(), "light", NOW, 1, 9, 8, ModelVersion.State.IN_SERVICE, null));
      assertTrue(history.inService().isPresent());
      Files.createDirectories(models().resolve(run.model()));
      Backup.of(database, file(), models()::resolve, NOW);
      new JdbcPoemStore(database).withdraw(poem.id(), ADA, NOW.plusSeconds(1));
    }
    Backup.Restored restored = Backup.restore(file(), data(), models(), true, NOW);
    assertEquals(Optional.empty(), restored.untold());
    assertEquals(Optional.empty(), restored.backup().model());
    try (Database database = Database.open(data())) {
      assertTrue(new JdbcModelHistory(database).inService().isEmpty());
    }
  }

  @Test
  void aRestoreThatIsRefusedChangesNoModel() throws IOException {
    Path weights = serve("light-1", "numbers");
    backUp(data());
    Files.writeString(weights, "newer");
    assertThrows(DatabaseNotEmptyException.class, () -> restore(data()));
    DatabaseAddress server = TestDatabase.POSTGRES.address();
    add(server, "a moon");
    assertThrows(DatabaseNotEmptyException.class, () -> restore(server));
    try (var other = new OtherProcess(folder.resolve("data"))) {
      other.await(1);
      assertThrows(DatabaseInUseException.class, () -> replace(file()));
    }
    assertEquals("newer", Files.readString(weights));
    assertEquals(List.of("light-1"), filesIn(models()));
  }

  @Test
  void aNewDatabaseThatIsReplacedTellsNothing() throws IOException {
    SubmittedPoem poem = add(data(), "a moon");
    backUp(data());
    Files.delete(folder.resolve("data/rhapsode.mv.db"));
    Database.open(data()).close();
    assertTrue(replace(file()).isPresent());
    assertEquals(List.of(poem), poems(data()));
  }

  /** Say because of a damaged disk. */
  @Test
  void whatCannotBeReadIsReplacedToo() throws IOException {
    SubmittedPoem poem = add(data(), "a moon");
    backUp(data());
    Files.writeString(folder.resolve("data/rhapsode.mv.db"), "This is none.".repeat(999));
    assertTrue(replace(file()).isPresent());
    assertEquals(List.of(poem), poems(data()));
  }

  /** A file that was taken over from a large database may have traces. */
  @Test
  void whatIsPutBackIsRewrittenWhenItIsClosed() {
    add(data(), "a moon");
    backUp(data());
    restore(DatabaseAddress.folder(folder.resolve("other")));
    assertTrue(Files.exists(folder.resolve("other/rhapsode.erased")));
  }

  @Test
  void anotherModelOfTheSameNameIsReplacedAndStaysBeside() throws IOException {
    Path weights = serve("light-1", "numbers");
    backUp(data());
    Backup.restore(file(), data(), models(), true, NOW);
    assertEquals(List.of("light-1"), filesIn(models()));
    Files.writeString(weights, "damaged");
    Backup.restore(file(), data(), models(), true, NOW.plusSeconds(1));
    assertEquals("numbers", Files.readString(weights));
    assertEquals(List.of("light-1", "light-1.before-2026-11-24T12-00-01Z"), filesIn(models()));
  }

  /** Without its key nothing is known of an encrypted one but that it is held. */
  @Test
  void whatIsInUseIsNotReplacedWithoutItsKeyEither() throws Exception {
    var other = DatabaseAddress.folder(folder.resolve("other"));
    add(other, "a moon");
    Backup.of(other, file(), models()::resolve, NOW);
    add(DatabaseAddress.folder(folder.resolve("data"), KEY), "a second moon");
    try (var holder = new OtherProcess(folder.resolve("data"), KEY)) {
      holder.await(1);
      assertThrows(
          DatabaseInUseException.class, () -> Backup.restore(file(), data(), models(), true, NOW));
      holder.kill();
    }
    assertTrue(replace(file()).orElseThrow().contains("key"));
  }

  @Test
  void whatIsInUseIsNotReplaced() throws IOException {
    add(data(), "a moon");
    backUp(data());
    try (var other = new OtherProcess(folder.resolve("data"))) {
      other.await(1);
      assertThrows(
          DatabaseInUseException.class, () -> Backup.restore(file(), data(), models(), true, NOW));
    }
  }
}
