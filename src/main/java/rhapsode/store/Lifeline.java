package rhapsode.store;

import java.sql.SQLException;
import java.util.Set;

/**
 * A lock that a process holds for as long as it lives, and that the database's server takes away
 * from one that was killed as soon as its connection breaks. Confined to one thread at a time.
 */
interface Lifeline extends AutoCloseable {
  /** Where there are no other processes, none is needed. */
  Lifeline NONE =
      new Lifeline() {
        @Override
        public boolean hold(long process) {
          return false;
        }

        @Override
        public Set<Long> held() {
          return Set.of();
        }

        @Override
        public void close() {}
      };

  /**
   * Holds the lock of a process and no other. Does nothing if it is held already; asks for it anew
   * if the connection broke, and for as long as an earlier connection has it.
   *
   * @return whether there was no connection
   * @throws SQLException if the server does not answer
   */
  boolean hold(long process) throws SQLException;

  /**
   * The processes whose lock is held.
   *
   * @throws SQLException if the server does not answer
   */
  Set<Long> held() throws SQLException;

  /** Lets go. */
  @Override
  void close();
}
