package rhapsode.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with a file for each text, so that what is removed is gone from the disk at once: it may
 * be a poem that its author takes back. It outlives the process however that ends, but not a power
 * failure within the system's next half minute: waiting for the disk costs up to 50 ms a text.
 */
final class FileShelf implements Shelf {
  private static final String UNFINISHED = ".part";

  private final Path folder;

  /**
   * The shelf in this folder, which is made if there is none.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  FileShelf(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void put(String key, String text) {
    try {
      Path part = folder.resolve(key + UNFINISHED);
      // Half of an emoji becomes a question mark; writeString would refuse the whole text.
      Files.write(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(
          part,
          folder.resolve(key),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized Optional<String> get(String key) {
    try {
      return Optional.of(Files.readString(folder.resolve(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void remove(String key) {
    try {
      Files.deleteIfExists(folder.resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized List<String> keys() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(UNFINISHED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
