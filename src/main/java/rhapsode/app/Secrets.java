package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads secrets from where operators keep them. */
final class Secrets {
  private Secrets() {}

  /**
   * A secret from the environment, else from a file; empty if there is none. Blanks around it do
   * not matter.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  static Optional<String> read(Map<String, String> environment, String name, Optional<Path> file) {
    return present(environment.getOrDefault(name, ""))
        .or(() -> file.flatMap(path -> present(content(path))));
  }

  private static Optional<String> present(String text) {
    return Optional.of(text.strip()).filter(secret -> !secret.isEmpty());
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + file + " cannot be read", e);
    }
  }
}
