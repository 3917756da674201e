package rhapsode.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/** Reads, and writes durably. Thread-safe: each call borrows its own connection. */
final class Jdbc {
  /** Lends a connection until it is closed. */
  interface Connections {
    Connection borrow() throws SQLException;
  }

  /** What is to be done in one transaction. */
  interface Work<T> {
    T on(Statements statements) throws SQLException;
  }

  private final Connections connections;
  private final Lock presence;
  private final Consumer<SQLException> onFailure;
  private final Engine engine;

  /**
   * @param presence held by each call for as long as it has a connection
   * @param onFailure runs after any failure, before it is thrown: the connections may be dead
   */
  Jdbc(Connections connections, Lock presence, Consumer<SQLException> onFailure, Engine engine) {
    this.connections = connections;
    this.presence = presence;
    this.onFailure = onFailure;
    this.engine = engine;
  }

  <T> List<T> list(Statements.Row<T> row, String sql, Object... values) {
    return guarded(() -> listOn(row, sql, values));
  }

  /** Runs the work in a transaction; when this returns, what it wrote is on the disk. */
  <T> T write(Work<T> work) {
    return guarded(
        () -> {
          try (Connection connection = connections.borrow()) {
            T result = commit(connection, work);
            engine.force(connection);
            return result;
          }
        });
  }

  /**
   * The same for work that erases something of a person, which no file shall keep either.
   *
   * @param work tells how much it erased
   */
  int erase(Work<Integer> work) {
    return write(
        on -> {
          int erased = work.on(on);
          if (erased > 0) {
            engine.erasing(); // Before it is committed, so that a kill cannot come between.
          }
          return erased;
        });
  }

  /**
   * The same, while no other thread or process does anything with the same latch: what the work
   * asks first still holds when it is changed.
   */
  <T> T alone(Latch latch, Work<T> work) {
    return write(
        on -> {
          // The row stays locked until the transaction ends.
          on.update("update latch set version = version + 1 where name = ?", latch.name());
          return work.on(on);
        });
  }

  /** Reads, with all of it as it was at one moment. */
  <T> T snapshot(Work<T> work) {
    return guarded(
        () -> {
          try (Connection connection = connections.borrow()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return commit(connection, work);
          }
        });
  }

  private <T> List<T> listOn(Statements.Row<T> row, String sql, Object... values)
      throws SQLException {
    try (Connection connection = connections.borrow()) {
      return new Statements(connection).list(row, sql, values);
    }
  }

  private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.on(new Statements(connection));
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
  }

  private static void rollback(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private interface Access<T> {
    T run() throws SQLException;
  }

  private <T> T guarded(Access<T> access) {
    presence.lock();
    try {
      return access.run();
    } catch (SQLException e) {
      onFailure.accept(e);
      throw Failures.of(e, engine.place());
    } finally {
      presence.unlock();
    }
  }
}
