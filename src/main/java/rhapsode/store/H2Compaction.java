package rhapsode.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the file of a database of H2 is written anew: it only grows while it is open, and keeps what
 * was erased. A small one is rewritten whenever it is closed. A large one takes time, a minute for
 * some hundred thousand poems; so it is only while the bot runs, if more than half of it is of no
 * use any more, and at the end, if it has to forget something. A file beside it tells that, also
 * after a kill. Thread-safe.
 *
 * @param folder of the database
 * @param large bytes from which on a file is large
 */
record H2Compaction(H2Location database, Path folder, long large) {
  /** Below this many in a hundred bytes of the file are in use, it is rewritten. */
  private static final int LEAST_IN_USE = 50;

  private static final String IN_USE =
      """
      select cast(setting_value as integer) from information_schema.settings
      where setting_name = 'info.CHUNKS_FILL_RATE'
      """;

  private static final Logger LOG = LoggerFactory.getLogger(H2Compaction.class);

  private Path mark() {
    return folder.resolve("rhapsode.erased");
  }

  /** Something is about to be erased: what is left of it in the file goes when it is closed. */
  void erasing() {
    try {
      Files.write(mark(), new byte[0]);
    } catch (IOException e) {
      // A disk that takes no mark takes no change either, and that is told better.
      LOG.warn("The mark {} cannot be made", mark(), e);
    }
  }

  /** Whether a large file would be less than half as large if it were rewritten. */
  boolean isOfUse() {
    if (H2File.bytes(folder) <= large) {
      return false;
    }
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      return inUse(statement) < LEAST_IN_USE;
    } catch (SQLException e) {
      LOG.info("Whether the file is to be rewritten is not known. {}", sentence(e));
      return false;
    }
  }

  /** While nobody uses it: rewrites a large file if that is of use. */
  void run() {
    if (!isOfUse()) {
      return;
    }
    long before = H2File.bytes(folder);
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      rewrite(statement);
      LOG.info("The file had {} bytes and has {} now", before, H2File.bytes(folder));
    } catch (SQLException e) {
      // The file is as it was, for H2 writes a new one beside it. What is amiss, opening will tell.
      LOG.info("The file stays large. {}", sentence(e));
    }
  }

  /** Closes the database. */
  void close() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      if (H2File.bytes(folder) > large && !Files.exists(mark())) {
        statement.execute("shutdown");
      } else {
        rewrite(statement);
      }
    }
  }

  /** H2 keeps a failure to itself, such as a full disk: then the file is the one that it was. */
  private void rewrite(Statement statement) throws SQLException {
    Object before = file();
    statement.execute("shutdown compact");
    if (file().equals(before)) {
      LOG.warn("The file could not be rewritten; what was erased leaves it with the next time");
      return;
    }
    try {
      Files.deleteIfExists(mark());
    } catch (IOException e) {
      LOG.warn("The mark {} stays, so the file is rewritten once more", mark(), e);
    }
  }

  /** A file that was rewritten is another one, or, where files have no keys, of another length. */
  private Object file() {
    try {
      var attributes = Files.readAttributes(H2File.in(folder), BasicFileAttributes.class);
      return attributes.fileKey() == null ? attributes.size() : attributes.fileKey();
    } catch (IOException e) {
      return new Object(); // There is none; nothing of it is left.
    }
  }

  private static int inUse(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(IN_USE)) {
      return rows.next() ? rows.getInt(1) : 100;
    }
  }

  private String sentence(SQLException e) {
    return Failures.of(e, database.place()).sentence();
  }
}
