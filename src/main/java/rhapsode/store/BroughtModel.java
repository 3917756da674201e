package rhapsode.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The folder of a model that a backup brings back. Another model of that name makes room, and stays
 * beside as a folder whose name says when.
 *
 * @param from where the backup was unpacked
 * @param to where models lie that were taught
 * @param beside where another one of its name goes
 */
record BroughtModel(Path from, Path to, Path beside) {
  static BroughtModel of(String model, Path unpacked, Path models, Instant now) {
    return new BroughtModel(
        unpacked.resolve(model), models.resolve(model), models.resolve(model + H2File.before(now)));
  }

  /** Brings it, if the backup has it and it is not there; does all of it or nothing. */
  void bring() throws IOException {
    if (!Files.isDirectory(from) || isSame()) {
      return;
    }
    if (Files.exists(to)) {
      Files.move(to, beside);
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      undo();
      throw e;
    }
  }

  /** Puts everything back where it was. */
  void undo() throws IOException {
    if (!Files.exists(from) && Files.exists(to)) {
      Files.move(to, from);
    }
    if (Files.exists(beside) && !Files.exists(to)) {
      Files.move(beside, to);
    }
  }

  boolean isThere() {
    return Files.isDirectory(to);
  }

  /** Whether the folder that is there has all files of the backup's. */
  private boolean isSame() throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path same = to.resolve(file.getFileName().toString());
        if (!Files.isRegularFile(same) || Files.mismatch(file, same) >= 0) {
          return false;
        }
      }
    }
    return true;
  }
}
