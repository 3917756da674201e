package rhapsode.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.slf4j.LoggerFactory;

/**
 * Connections to a database of H2; whoever opens it finishes the commits that a kill cut short,
 * before anybody has a connection.
 *
 * <p>A commit marks its undo log as committed, makes its changes final, and clears the log; all of
 * it is with the next write of the file, but another thread's commit may write the file in between.
 * If the process dies then, the next opening finds a transaction that is committed and not final.
 * Since 2.5.250 H2 does nothing with it ({@code Transaction.commit} asks whether it was still
 * active): its changes stay invisible, and who changes its rows tries for ever. Once the file has
 * been rewritten, which gives all maps new numbers, nobody can read its log, and no transaction
 * that gets its number can write. Nobody was told that it was committed, but others may have built
 * on it; so it is finished, with the methods that H2 up to 2.4.240 calls there. Thread-safe.
 */
final class H2Source implements DataSource {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(H2Source.class);

  /** Those in this process that are open and have nothing left to finish. */
  private static final Set<Database> FINISHED = Collections.newSetFromMap(new WeakHashMap<>());

  private final JdbcDataSource source;

  H2Source(JdbcDataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return finished(source.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return finished(source.getConnection(user, password));
  }

  private static Connection finished(Connection connection) throws SQLException {
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    Database database = session.getDatabase();
    try {
      synchronized (FINISHED) {
        if (!FINISHED.contains(database)) {
          if (!database.isReadOnly()) {
            finish(database.getStore().getTransactionStore());
          }
          FINISHED.add(database);
        }
      }
      return connection;
    } catch (ReflectiveOperationException | RuntimeException e) {
      connection.close();
      throw new SQLException("a commit that was cut short cannot be finished", e);
    }
  }

  private static void finish(TransactionStore store) throws ReflectiveOperationException {
    for (Transaction transaction : store.getOpenTransactions()) {
      if (transaction.getStatus() == Transaction.STATUS_COMMITTED) {
        LOG.info("Finishing a commit that was cut short");
        // Both: as one that is found on opening, and as one that has changes.
        call(store, "commit", transaction);
        call(store, "endTransaction", transaction);
      }
    }
  }

  private static void call(TransactionStore store, String name, Transaction transaction)
      throws ReflectiveOperationException {
    Method method =
        TransactionStore.class.getDeclaredMethod(name, Transaction.class, boolean.class);
    method.setAccessible(true);
    try {
      method.invoke(store, transaction, true);
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException("H2's " + name + " failed", e.getCause());
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
