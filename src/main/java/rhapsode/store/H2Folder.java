package rhapsode.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The folder of a database of H2, from outside of H2.
 *
 * @param folder absolute
 * @param place where it is, for the sentences of failures
 */
record H2Folder(Path folder, String place) {
  private boolean isThere() {
    return H2File.bytes(folder) > 0;
  }

  /**
   * Makes the folder, and looks for what H2 would only stumble upon.
   *
   * @param encrypted whether there is a key
   * @throws StoreException if there cannot be a database
   */
  void prepare(boolean encrypted) {
    if (folder.toString().contains(";")) {
      throw new NotAFolderException(
          place, new IOException("H2 takes what follows a semicolon for a setting"));
    }
    try {
      Files.createDirectories(folder);
      H2File.checkWritable(folder);
      H2File.checkWritable(H2File.in(folder));
    } catch (AccessDeniedException e) {
      throw new DatabaseReadOnlyException(place, e);
    } catch (IOException e) {
      throw new NotAFolderException(place, e);
    }
    checkNotInUse();
    if (!encrypted && H2File.isEncrypted(H2File.in(folder))) {
      throw new WrongKeyException(place, new IOException("the file is encrypted"));
    }
  }

  /**
   * Before H2 looks at the lock, it removes the file into which another process may be rewriting
   * the database just then.
   */
  private void checkNotInUse() {
    if (isThere()) {
      try {
        H2Hold.of(folder, place).close();
      } catch (IOException e) {
        return; // H2 will say better why it cannot be read.
      }
    }
  }

  /**
   * Looks whether a file may be put into the place of the one that is there.
   *
   * @param replace whether one that is there may go
   */
  void checkMayBeReplaced(boolean replace) throws IOException {
    if (isThere()) {
      hold(replace).close();
    }
  }

  private H2Hold hold(boolean replace) throws IOException {
    if (!replace) {
      throw new DatabaseNotEmptyException(place, new IOException("a file is there"));
    }
    return H2Hold.of(folder, place);
  }

  /**
   * Puts a file into its place; the one that was there stays beside.
   *
   * @param replace whether one that is there may go
   */
  void take(Path file, boolean replace, Instant now) throws IOException {
    if (!isThere()) {
      H2File.moveInto(folder, file);
      return;
    }
    try (var held = hold(replace)) {
      held.keepBeside(H2File.NAME + H2File.before(now));
      held.replace(file);
    }
  }
}
