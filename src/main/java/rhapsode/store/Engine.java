package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** What differs between the databases that can hold Rhapsode's tables. Thread-safe. */
interface Engine {
  /** Where it is, with its preposition, for the sentences of failures: "in /var/lib/rhapsode". */
  String place();

  /** Whether there is one, as far as can be told without opening it. */
  boolean isThere();

  /** Whether several processes can have it open at once. */
  boolean isShared();

  /** What shows other processes that this one was killed; not held yet. */
  Lifeline lifeline();

  /**
   * Does what has to be done before the first connection.
   *
   * @throws StoreException if there cannot be a database of this kind
   */
  void prepare();

  /** Whether {@link #tidy} would be of use; never fails. */
  boolean isUntidy();

  /** Does what is better done while nobody has a connection; never fails. */
  void tidy();

  /**
   * Opens the database, makes it where it is of a folder and not there, and brings its tables to
   * the version of this program; a process that is killed meanwhile leaves one that the next can
   * open.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails, or if the database holds
   *     one that this program does not know
   */
  Connection open() throws SQLException, IOException;

  /** Connections without a pool. */
  DataSource source();

  /** The same database, to be read and never written; there has to be one. */
  Engine readOnly();

  /** Gives the pool its connections, and what it has to know of this kind of database. */
  void tune(HikariConfig pool);

  /**
   * Copies the database into a folder, through connections that this process has.
   *
   * @return whether there is a database of H2 now, as it was at one moment; if not, its rows have
   *     to be carried over
   */
  boolean copyWithin(Jdbc jdbc, Path folder) throws IOException;

  /**
   * Copies the database into a folder; this process must have no connection to it, another one may.
   *
   * @return as above
   * @throws StoreException if there is none
   */
  boolean copyFromOutside(Path folder) throws IOException;

  /**
   * Looks, before anything is done, whether {@link #take} will be refused.
   *
   * @throws StoreException if there is one that has to stay, or that is in use
   */
  void checkMayBeReplaced(boolean replace) throws IOException;

  /**
   * Takes a database of H2 for its own.
   *
   * @param replace whether one that is there already may go
   * @return whether it did; if not, its rows have to be carried over
   * @throws StoreException if there is one that has to stay, or that is in use
   */
  boolean take(Path file, boolean replace, Instant now) throws IOException;

  /** Something of a person is about to be erased for good, and not only from the tables. */
  void erasing();

  /** Forces what was committed to the disk. */
  void force(Connection connection) throws SQLException;

  /** Forces the database's own beginning to the disk, after its first commit. */
  void forceCreation();

  /** Brings the database back into a state in which the next call can succeed. */
  void recover(SQLException failure) throws SQLException;

  /** Does what has to be done after the last connection. */
  void close() throws SQLException;
}
