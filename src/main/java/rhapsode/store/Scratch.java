package rhapsode.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what is only needed in passing. Nobody else can read it, and it is gone when it is
 * closed. What a killed process left of one goes when the next one is made beside it, a day later.
 */
final class Scratch implements Closeable {
  private static final String START = ".rhapsode-";
  private static final String UPGRADE = START + "upgrade";
  private static final Duration LONGEST_USE = Duration.ofDays(1);

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** Makes one. */
  static Scratch in(Path parent) throws IOException {
    var scratch = new Scratch(Files.createTempDirectory(parent, START));
    // The file system's own clock says how old the others are.
    FileTime now = Files.getLastModifiedTime(scratch.folder);
    var before = FileTime.from(now.toInstant().minus(LONGEST_USE));
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, START + "*")) {
      for (Path other : others) {
        if (Files.isDirectory(other) && Files.getLastModifiedTime(other).compareTo(before) < 0) {
          remove(other);
        }
      }
    }
    return scratch;
  }

  /**
   * Makes the one in which a database is brought to a new version: only who holds that database may
   * do so.
   */
  static Scratch forUpgrade(Path parent) throws IOException {
    Path made = Files.createTempDirectory(parent, START);
    return new Scratch(Files.move(made, parent.resolve(UPGRADE), StandardCopyOption.ATOMIC_MOVE));
  }

  /** Removes what a killed process left of that one; it holds poems. */
  static void removeUpgrade(Path parent) throws IOException {
    if (Files.exists(parent.resolve(UPGRADE))) {
      remove(parent.resolve(UPGRADE));
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    remove(folder);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
