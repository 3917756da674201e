package rhapsode.store;

import java.nio.file.Path;

/** Another process has the database open. */
public final class DatabaseInUseException extends StoreException {
  private static final long serialVersionUID = 1L;

  DatabaseInUseException(Path folder, Throwable cause) {
    super(
        "The database in %s is in use by another process; stop that one first, or set another data folder."
            .formatted(folder),
        cause);
  }
}
