package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
  @TempDir Path folder;

  @Test
  void aSecretComesFromTheEnvironmentOrAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), " from-file\n");
    Map<String, String> set = Map.of("T", " from-environment ");
    assertEquals(Optional.of("from-environment"), Secrets.read(set, "T", Optional.of(file)));
    assertEquals(Optional.of("from-file"), Secrets.read(Map.of(), "T", Optional.of(file)));
    assertEquals(Optional.empty(), Secrets.read(Map.of("T", " "), "T", Optional.empty()));
    Path none = folder.resolve("none");
    assertThrows(UncheckedIOException.class, () -> Secrets.read(Map.of(), "T", Optional.of(none)));
  }
}
