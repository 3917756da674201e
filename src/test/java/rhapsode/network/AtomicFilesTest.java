package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void old() throws IOException {
    file = Files.writeString(folder.resolve("file"), "old");
  }

  private void onlyFileIs(String content) throws IOException {
    assertEquals(content, Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFileIsReplaced() throws IOException {
    AtomicFiles.replace(file, path -> Files.writeString(path, "new"));
    onlyFileIs("new");
  }

  @Test
  void writingThatFailsHalfWayLeavesTheOldFileAndNothingBesideIt() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            AtomicFiles.replace(
                file,
                path -> {
                  Files.writeString(path, "ne");
                  throw new IOException("the disk is full");
                }));
    onlyFileIs("old");
  }

  @Test
  void whatACrashLeftBesideTheFileIsNoHindrance() throws IOException {
    Files.writeString(folder.resolve("file.tmp"), "half of something longer");
    AtomicFiles.replace(file, path -> Files.writeString(path, "new"));
    onlyFileIs("new");
  }
}
