package rhapsode.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings the file of a database of H2 to the present version in one step. H2 commits whatever
 * alters a table by itself, so a process that is killed amid a script would leave a database that
 * neither this version nor the one before can open. So a copy is brought there, and takes the
 * file's place.
 *
 * @param folder of the database
 */
record H2Migration(H2Location database, Path folder) {
  /**
   * Opens the database, and migrates it before, where that is needed.
   *
   * @return a connection to a database of the present version
   */
  Connection open() throws SQLException, IOException {
    Connection now = database.source().getConnection();
    try {
      // Who has a connection holds H2's lock: nobody else uses this scratch folder.
      Scratch.removeUpgrade(folder);
      switch (Migrations.state(now)) {
        case CURRENT -> {
          return now;
        }
        // One of a newer version is refused before it is copied.
        case OTHER -> Migrations.missing(database.source());
        case NEW -> {}
      }
      migrate(now);
    } catch (SQLException | IOException | RuntimeException e) {
      Migrations.close(now, e);
      throw e;
    }
    return database.source().getConnection();
  }

  private void migrate(Connection now) throws SQLException, IOException {
    try (var scratch = Scratch.forUpgrade(folder)) {
      H2File.copyOpen(new Statements(now), scratch.folder());
      H2Location copy = database.copied(folder, scratch.folder());
      try (Connection migrated = Migrations.open(copy.source())) {
        copy.force(migrated);
      }
      replace(now, H2File.in(scratch.folder()));
    }
  }

  /** The old file is held until the new one is there, so that no other process takes it up. */
  private void replace(Connection now, Path file) throws SQLException, IOException {
    try {
      H2File.moveInto(folder, file);
    } catch (FileSystemException e) {
      // Windows puts none in the place of one that is open.
      drop(now);
      H2File.moveInto(folder, file);
    }
    drop(now);
  }

  /** Closes the old database, which must not write to its name any more. */
  private static void drop(Connection now) throws SQLException {
    if (!now.isClosed()) {
      try (Statement statement = now.createStatement()) {
        statement.execute("shutdown immediately");
      }
      now.close();
    }
  }
}
