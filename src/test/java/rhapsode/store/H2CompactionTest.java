package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;

/** When the file of H2 is written anew; see KillsUnderLoadTest for kills meanwhile. */
final class H2CompactionTest {
  @TempDir Path folder;

  @Test
  void aLargeFileThatIsHalfEmptyIsRewritten() throws IOException {
    H2Location location = H2Location.folder(folder);
    try (Database database = Database.open(folder)) {
      JdbcPoemStore store = new JdbcPoemStore(database);
      for (int i = 0; i < 50; i++) {
        Poems.add(store, "moon " + i);
      }
      Files.copy(folder.resolve("rhapsode.mv.db"), folder.resolve("killed"));
    }
    Files.move(
        folder.resolve("killed"),
        folder.resolve("rhapsode.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    long before = H2File.bytes(folder);
    new H2Compaction(location, folder, before).run();
    assertEquals(before, H2File.bytes(folder));
    new H2Compaction(location, folder, before - 1).run();
    assertTrue(H2File.bytes(folder) < before / 4, before + " -> " + H2File.bytes(folder));
    try (Database again = Database.open(folder)) {
      assertEquals(50, new JdbcPoemStore(again).count(PoemStatus.APPROVED));
    }
  }

  /** To rewrite a million poems takes minutes, in which nobody is answered. */
  @Test
  void aLargeFileIsOnlyRewrittenWhereThatIsOfUse() throws Exception {
    try (Database database = Database.open(folder)) {
      Poems.add(new JdbcPoemStore(database), "a moon");
    }
    var large = new H2Compaction(H2Location.folder(folder), folder, 0);
    Object file = theFile();
    large.run();
    large.close();
    assertEquals(file, theFile());
    large.erasing();
    large.run();
    assertEquals(file, theFile());
    large.close();
    assertNotEquals(file, theFile());
    Object rewritten = theFile();
    large.close();
    assertEquals(rewritten, theFile());
  }

  @Test
  void aMarkTellsUntilTheFileIsRewrittenThatSomethingWasErased() {
    Path mark = folder.resolve("rhapsode.erased");
    try (Database database = Database.open(folder)) {
      JdbcPoemStore store = new JdbcPoemStore(database);
      SubmittedPoem poem = Poems.add(store, "a moon");
      assertFalse(Files.exists(mark));
      assertFalse(store.withdraw(poem.id() + 1, Poems.ADA, Poems.NOW));
      assertFalse(Files.exists(mark));
      assertTrue(store.withdraw(poem.id(), Poems.ADA, Poems.NOW));
      assertTrue(Files.exists(mark), "and a kill would not take it away");
    }
    assertFalse(Files.exists(mark));
  }

  @Test
  @Timeout(120)
  void aFileThatHasGrownIsRewrittenWhileItIsUsed() throws Exception {
    H2Location soonLarge = H2Location.folder(folder).largeFrom(500_000);
    try (Database database = Database.open(DatabaseAddress.of(soonLarge))) {
      JdbcPoemStore store = new JdbcPoemStore(database);
      var given = new ConcurrentLinkedQueue<SubmittedPoem>();
      var enough = new AtomicBoolean();
      ExecutorService writers = Executors.newFixedThreadPool(2);
      List<Future<?>> work =
          Stream.<Runnable>generate(
                  () ->
                      () -> {
                        while (!enough.get()) {
                          given.add(Poems.add(store, given.size() + " moon".repeat(700)));
                        }
                      })
              .limit(2)
              .<Future<?>>map(writers::submit)
              .toList();
      Object file = theFile();
      while (file.equals(theFile())) {
        database.tidy();
      }
      enough.set(true);
      for (Future<?> one : work) {
        one.get();
      }
      writers.shutdown();
      for (SubmittedPoem poem : given) {
        assertEquals(Optional.of(poem), store.find(poem.id()));
      }
    }
  }

  /** A file that is written anew is another one. */
  private Object theFile() throws IOException {
    return Files.readAttributes(H2File.in(folder), BasicFileAttributes.class).fileKey();
  }
}
