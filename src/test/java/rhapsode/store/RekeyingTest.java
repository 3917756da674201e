package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.SubmittedPoem;

final class RekeyingTest {
  private static final String KEY = "a-long-and-random-key";
  private static final String OTHER = "another-long-and-random-key";

  @TempDir Path folder;

  private static List<SubmittedPoem> poems(DatabaseAddress address) {
    try (Database database = Database.open(address)) {
      return new JdbcPoemStore(database).byAuthor(Poems.ADA);
    }
  }

  @Test
  void aKeyComesChangesAndGoes() throws IOException {
    var plain = DatabaseAddress.folder(folder);
    SubmittedPoem poem;
    try (Database database = Database.open(plain)) {
      poem = Poems.add(new JdbcPoemStore(database), "MOONSECRET and more");
    }
    Rekeying.of(plain, folder, Optional.of(KEY));
    var first = DatabaseAddress.folder(folder, KEY);
    assertThrows(WrongKeyException.class, () -> Database.open(plain));
    assertFalse(
        Files.readString(folder.resolve("rhapsode.mv.db"), StandardCharsets.ISO_8859_1)
            .contains("MOONSECRET"));
    assertThrows(WrongKeyException.class, () -> Rekeying.of(plain, folder, Optional.of(OTHER)));
    Rekeying.of(first, folder, Optional.of(OTHER));
    var second = DatabaseAddress.folder(folder, OTHER);
    assertThrows(WrongKeyException.class, () -> Database.open(first));
    assertEquals(List.of(poem), poems(second));
    Rekeying.of(second, folder, Optional.empty());
    assertEquals(List.of(poem), poems(plain));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("rhapsode.mv.db")), files.toList());
    }
  }

  @Test
  void onlyWhatIsInAFolderHasAKey() {
    assertThrows(
        BackupException.class,
        () -> Rekeying.of(TestDatabase.POSTGRES.address(), folder, Optional.of(KEY)));
    assertThrows(
        BackupException.class,
        () -> Rekeying.of(DatabaseAddress.folder(folder), folder, Optional.of(KEY)));
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          Database.open(DatabaseAddress.folder(folder)).close();
          Rekeying.of(DatabaseAddress.folder(folder), folder, Optional.of("short"));
        });
  }
}
