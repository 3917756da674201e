package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path parent;

  @Test
  void itIsPrivateAndGoneAfterwards() throws IOException {
    Path folder;
    try (var scratch = Scratch.in(parent)) {
      folder = scratch.folder();
      Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "x");
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void whatAKilledProcessLeftGoesADayLaterAndNothingElse() throws IOException {
    Path left = made(".rhapsode-123", Duration.ofHours(25));
    Path used = made(".rhapsode-124", Duration.ofHours(23));
    Path other = made("rhapsode-125", Duration.ofDays(9));
    Scratch.in(parent).close();
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(used));
    assertTrue(Files.exists(other));
  }

  private Path made(String name, Duration ago) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Files.writeString(folder.resolve("h2.zip"), "x");
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(ago)));
    return folder;
  }
}
