package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {
  @TempDir Path folder;

  @Test
  void whatIsMadeIsTheBotsAlone() throws IOException {
    Path data = folder.resolve("srv").resolve("data");
    PrivateFiles.makeFolder(data);
    assertEquals("rwx------", permissions(data));
    assertEquals("rwx------", permissions(data.getParent()));
    PrivateFiles.makeFile(data.resolve("export.jsonl"));
    assertEquals("rw-------", permissions(data.resolve("export.jsonl")));
    assertThrows(
        FileAlreadyExistsException.class,
        () -> PrivateFiles.makeFile(data.resolve("export.jsonl")));
  }

  @Test
  void othersLoseWhatTheyHadAndAGroupKeepsIt() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path database = Files.writeString(data.resolve("rhapsode.mv.db"), "poems");
    Path program = Files.writeString(folder.resolve("elsewhere"), "x");
    Files.createSymbolicLink(data.resolve("link"), program);
    set(data, "rwxr-xr-x");
    set(database, "rw-r--r--");
    set(program, "rw-r--r--");
    PrivateFiles.makeFolder(data);
    PrivateFiles.close(data);
    assertEquals("rwxr-x---", permissions(data));
    assertEquals("rw-r-----", permissions(database));
    assertEquals("rw-r--r--", permissions(program), "links are not followed");
  }

  private static void set(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
