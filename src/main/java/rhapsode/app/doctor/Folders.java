package rhapsode.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that may not be there yet. */
final class Folders {
  private Folders() {}

  /** The path itself, or the nearest one above it that exists. */
  static Path nearest(Path path) {
    Path there = path.toAbsolutePath().normalize();
    for (Path above = there.getParent(); !Files.exists(there) && above != null; ) {
      there = above;
      above = there.getParent();
    }
    return there;
  }
}
