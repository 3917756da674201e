package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.PoemStore;
import rhapsode.community.SubmittedPoem;

final class DiskFullTest {
  private final LimitedDisk disk = new LimitedDisk();

  @TempDir Path folder;

  @BeforeEach
  void mount() {
    FilePath.register(disk);
  }

  @AfterEach
  void unmount() {
    LimitedDisk.LIMIT_BYTES.set(Long.MAX_VALUE);
    FilePath.unregister(disk);
  }

  @Test
  void nothingStoredIsLostAndWritingGoesOnWhenThereIsRoomAgain() throws IOException {
    List<SubmittedPoem> acknowledged = new ArrayList<>();
    try (Database database = open()) {
      PoemStore store = new JdbcPoemStore(database);
      for (int filling = 0; filling < 3; filling++) {
        LimitedDisk.LIMIT_BYTES.set(size() + 150_000);
        DiskFullException full =
            assertThrows(DiskFullException.class, () -> fill(store, acknowledged));
        assertTrue(full.sentence().contains(folder.toString()));
        assertAllThere(store, acknowledged);
        LimitedDisk.LIMIT_BYTES.set(Long.MAX_VALUE);
        acknowledged.add(Poems.add(store, "a moon with room again " + filling));
      }
    }
    assertFalse(acknowledged.size() < 6, "the disk was full too soon to tell");
    try (Database again = Database.open(folder)) {
      assertAllThere(new JdbcPoemStore(again), acknowledged);
    }
  }

  @Test
  void saysThatThereIsNoRoomForANewDatabase() {
    LimitedDisk.LIMIT_BYTES.set(20_000);
    assertThrows(DiskFullException.class, this::open);
  }

  /** H2 does not say that it could not rewrite the file. */
  @Test
  void whatWasErasedIsForgottenOnceThereIsRoomAgain() {
    Path mark = folder.resolve("rhapsode.erased");
    try (Database database = open()) {
      PoemStore store = new JdbcPoemStore(database);
      SubmittedPoem poem = Poems.add(store, "a moon");
      store.withdraw(poem.id(), Poems.ADA, Poems.NOW);
      LimitedDisk.LIMIT_BYTES.set(9_000);
    }
    assertTrue(Files.exists(mark));
    LimitedDisk.LIMIT_BYTES.set(Long.MAX_VALUE);
    open().close();
    assertFalse(Files.exists(mark));
  }

  private Database open() {
    return Database.open(
        DatabaseAddress.of(H2Location.folder(LimitedDisk.SCHEME + ":async:", folder)));
  }

  private static void fill(PoemStore store, List<SubmittedPoem> acknowledged) {
    for (int i = 0; i < 1000; i++) {
      acknowledged.add(Poems.add(store, "moon " + acknowledged.size() + " x".repeat(1000)));
    }
  }

  private static void assertAllThere(PoemStore store, List<SubmittedPoem> acknowledged) {
    for (SubmittedPoem poem : acknowledged) {
      assertEquals(Optional.of(poem), store.find(poem.id()));
    }
  }

  private long size() throws IOException {
    return Files.size(folder.resolve("rhapsode.mv.db"));
  }
}
