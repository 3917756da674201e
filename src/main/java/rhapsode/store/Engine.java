package rhapsode.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What differs between the databases that can hold Rhapsode's tables. Thread-safe. */
interface Engine {
  /** Where it is, with its preposition, for the sentences of failures: "in /var/lib/rhapsode". */
  String place();

  /** Whether there is one, as far as can be told without opening it. */
  boolean isThere();

  /** Whether several processes can have it open at once. */
  boolean isShared();

  /**
   * Does what has to be done before the first connection.
   *
   * @throws StoreException if there cannot be a database of this kind
   */
  void prepare();

  /** Connections without a pool. */
  DataSource source();

  /** The same database, to be read and never written; there has to be one. */
  Engine readOnly();

  /** Sets what the pool has to know of this kind of database. */
  void tune(HikariConfig pool);

  /** Forces what was committed to the disk. */
  void force(Connection connection) throws SQLException;

  /** Forces the database's own beginning to the disk, after its first commit. */
  void forceCreation();

  /** Brings the database back into a state in which the next call can succeed. */
  void recover(SQLException failure) throws SQLException;

  /** Does what has to be done after the last connection. */
  void close() throws SQLException;
}
