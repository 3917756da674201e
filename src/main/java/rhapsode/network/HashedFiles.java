package rhapsode.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a model: named after their content, so that none ever takes the place of another,
 * and checked against the hashes that a manifest has of them. Thread-safe.
 */
final class HashedFiles {
  private static final int LONGEST_NAME = 100;

  private final Path folder;

  /** What was found to be right: a large file is not looked through twice for one reading. */
  private final Set<Part> right = ConcurrentHashMap.newKeySet();

  HashedFiles(Path folder) {
    this.folder = folder;
  }

  /** A file, and the SHA-256 of its content in hexadecimal digits. */
  record Part(String name, String hash) {}

  /** A file that a manifest names under a key, and has the hash of under that key too. */
  record Named(String key, String name) {}

  /** Writes a file named after its content, so that it never takes the place of an older one. */
  Part part(String start, String end, AtomicFiles.Writing writing) throws IOException {
    Path unnamed = folder.resolve(start + "new");
    AtomicFiles.replace(unnamed, writing);
    String hash = AtomicFiles.sha256(unnamed);
    String name = start + hash.substring(0, 12) + end;
    AtomicFiles.move(unnamed, folder.resolve(name));
    return new Part(name, hash);
  }

  /** Removes the files of a kind but the one in use. */
  void removeOthers(String pattern, String current) throws IOException {
    try (var files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        if (!file.endsWith(current)) {
          Files.delete(file);
        }
      }
    }
  }

  /** The file that a manifest names, made sure to be the one it was written with. */
  Path verified(JsonNode manifest, Named named) {
    String key = named.key();
    String name = named.name();
    if (!isPlain(name) || !Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw damaged("has no file for its " + key, null);
    }
    Path file = folder.resolve(name);
    var part = new Part(name, manifest.path(key + "_sha256").asText());
    if (right.contains(part)) {
      return file;
    }
    try {
      if (!AtomicFiles.sha256(file).equals(part.hash())) {
        throw damaged("has a file " + name + " that is not the one its manifest names", null);
      }
    } catch (IOException e) {
      throw damaged("has a file " + name + " that cannot be read", e);
    }
    right.add(part);
    return file;
  }

  /**
   * Makes sure of several files at the same time.
   *
   * @throws ModelException if one is not there, or not the one it was written with
   */
  void verify(JsonNode manifest, List<Named> all) {
    all.parallelStream().forEach(named -> verified(manifest, named));
  }

  /** A name that leads nowhere else: what a manifest says may come from anywhere. */
  private static boolean isPlain(String name) {
    return name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
  }

  /** A file's content, if it is not longer than it may be. */
  byte[] bytes(Path file, int most) throws IOException {
    requireAtMost(file, most);
    return Files.readAllBytes(file);
  }

  /**
   * Makes sure that a file is small enough to be read as a whole.
   *
   * @throws IOException if it is not
   */
  void requireAtMost(Path file, int most) throws IOException {
    if (Files.size(file) > most) {
      throw new IOException(
          "%s is longer than the %d bytes that it may have".formatted(file.getFileName(), most));
    }
  }

  /** Says what is wrong with the model, and what to do. */
  ModelException damaged(String how, @Nullable Throwable cause) {
    return new ModelException(
        "The model in %s %s; restore the folder from a backup or train it anew."
            .formatted(folder, how),
        cause);
  }
}
