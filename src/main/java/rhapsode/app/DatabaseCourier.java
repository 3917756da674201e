package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import rhapsode.learning.Courier;
import rhapsode.store.JdbcModelFiles;

/** Takes models to other processes, and fetches theirs, by way of the database. Thread-safe. */
final class DatabaseCourier implements Courier {
  private final ModelFolders folders;
  private final JdbcModelFiles files;

  DatabaseCourier(ModelFolders folders, JdbcModelFiles files) {
    this.folders = folders;
    this.files = files;
  }

  @Override
  public void send(String model) {
    files.put(model, folders.of(model));
  }

  @Override
  public boolean has(String model) {
    return files.has(model);
  }

  @Override
  public void prune() {
    files.prune();
  }

  /**
   * Fetches a model into its folder, in place of what may be there; whole or not at all.
   *
   * @return false if the database has none of this name
   * @throws UncheckedIOException if its files cannot be written, or are not what was sent
   */
  synchronized boolean fetch(String model) {
    Path part = folders.unfinished(model);
    try {
      Folders.remove(part);
      Files.createDirectories(part);
      boolean there = files.get(model, part);
      if (there) {
        Folders.remove(folders.of(model));
        Files.move(part, folders.of(model), StandardCopyOption.ATOMIC_MOVE);
      }
      Folders.remove(part);
      return there;
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + model + " cannot be fetched", e);
    }
  }
}
