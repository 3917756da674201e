package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.community.SubmittedPoem;

/**
 * A PostgreSQL whose disk is really full. It needs a small one to fill, say a memory disk ({@code
 * mount -t tmpfs -o size=160m,mode=777 tmpfs /mnt/small}): {@code
 * -Drhapsode.small-disk=/mnt/small}.
 */
@Timeout(300)
final class FullServerDiskTest {
  private static final String DISK = System.getProperty("rhapsode.small-disk", "");
  private static final int BLOCK = 1 << 16;

  /** The poems that were acknowledged. */
  private final Map<Long, SubmittedPoem> given = new LinkedHashMap<>();

  @Test
  void itSaysSoLosesNothingAndGoesOnWhenThereIsRoom() throws IOException {
    assumeTrue(!DISK.isEmpty(), "no -Drhapsode.small-disk to fill");
    Path filler = Path.of(DISK, "filler");
    Files.deleteIfExists(filler);
    try (var server =
            EmbeddedPostgres.builder()
                .setDataDirectory(Files.createTempDirectory(Path.of(DISK), "pg"))
                .setServerConfig("max_wal_size", "32MB")
                .setServerConfig("min_wal_size", "32MB")
                .start();
        Database database =
            Database.open(
                DatabaseAddress.server(server.getJdbcUrl("postgres", "postgres"), "", ""))) {
      var store = new JdbcPoemStore(database);
      give(store);
      fill(filler);
      String sentence = "";
      for (int i = 0; i < 100_000 && sentence.isEmpty(); i++) {
        sentence = refusal(store);
      }
      System.out.printf("%d poems, then: %s%n", given.size(), sentence);
      assertTrue(sentence.contains("is full"), sentence);
      given.values().forEach(poem -> assertEquals(Optional.of(poem), store.find(poem.id())));
      Files.delete(filler);
      give(store);
      given.values().forEach(poem -> assertEquals(Optional.of(poem), store.find(poem.id())));
    }
  }

  private void give(JdbcPoemStore store) {
    SubmittedPoem poem = Poems.add(store, "moon " + given.size() + " x".repeat(1900));
    given.put(poem.id(), poem);
  }

  private String refusal(JdbcPoemStore store) {
    try {
      give(store);
      return "";
    } catch (StoreException e) {
      return e.sentence();
    }
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (Files.getFileStore(file).getUsableSpace() > 2 * BLOCK) {
        out.write(new byte[BLOCK]);
      }
    }
  }
}
