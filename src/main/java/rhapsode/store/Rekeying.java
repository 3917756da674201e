package rhapsode.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gives a database of H2 another key. All rows are carried into a new file, counted and summed, and
 * that takes the old one's place in one step: a process that is killed leaves the old or the new.
 */
public final class Rekeying {
  private Rekeying() {}

  /**
   * Replaces a database's key.
   *
   * @param now opens with the present key, or with none
   * @param folder the database's; nobody else may hold it
   * @param key the new one; empty for a database that is not encrypted
   * @throws IllegalArgumentException if it cannot be a key
   * @throws StoreException if the database is on a server, does not open, or cannot be replaced;
   *     nothing is changed then
   */
  public static void of(DatabaseAddress now, Path folder, Optional<String> key) {
    if (!now.engine().equals(now.twin(folder).engine())) {
      throw new BackupException(
          "The database "
              + now.place()
              + " is not in a folder; its server has the means to"
              + " encrypt it.",
          new IOException("a server"));
    }
    if (!now.engine().isThere()) {
      throw new BackupException(
          "There is no database " + now.place() + " yet; start the bot with the key.",
          new IOException("missing"));
    }
    try (var scratch = Scratch.in(folder)) {
      DatabaseAddress then =
          key.map(secret -> DatabaseAddress.folder(scratch.folder(), secret))
              .orElseGet(() -> DatabaseAddress.folder(scratch.folder()));
      Transfer.copy(now, then);
      // A bot may have been started in this very moment.
      try (var held = H2Hold.of(folder, now.place())) {
        held.replace(H2File.in(scratch.folder()));
      }
    } catch (IOException e) {
      throw Failures.ofFile(e, "The database cannot be replaced.", folder);
    }
  }
}
