package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process dies between the two parts of a commit that are in the file. */
@Timeout(60)
class H2SourceTest {
  private static final String CHANGE = "update latch set version = version + 1";

  /** Where it died. */
  @TempDir Path left;

  @BeforeEach
  void aCommitIsCutShort(@TempDir Path living) throws Exception {
    Database.open(living).close();
    DataSource source = H2Location.folder(living).source();
    try (Connection one = source.getConnection();
        Connection other = source.getConnection()) {
      one.setAutoCommit(false);
      new Statements(one).update(CHANGE);
      markAsCommitted(one);
      // Another commit writes the file, with the mark of the first.
      new Statements(other).update("checkpoint sync");
      Files.copy(H2File.in(living), H2File.in(left));
      new Statements(other).update("shutdown immediately");
    }
  }

  private static void markAsCommitted(Connection connection) throws Exception {
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    Method mark =
        TransactionStore.class.getDeclaredMethod("markUndoLogAsCommitted", int.class, long.class);
    mark.setAccessible(true);
    mark.invoke(
        session.getDatabase().getStore().getTransactionStore(),
        session.getTransaction().getId(),
        1);
  }

  private static List<Integer> versions(Connection connection) throws SQLException {
    return new Statements(connection)
        .list(row -> row.getInt("version"), "select distinct version from latch");
  }

  @Test
  void itIsFinishedByWhoeverOpensTheFile() throws SQLException {
    try (Connection connection = H2Location.folder(left).source().getConnection()) {
      assertEquals(List.of(1), versions(connection));
      new Statements(connection).update(CHANGE);
      assertEquals(List.of(2), versions(connection));
    }
  }

  @Test
  void nothingOfItIsLeftWhenTheFileIsRewritten() throws SQLException {
    for (int opening = 0; opening < 2; opening++) {
      try (Database database = Database.open(left)) {
        database.jdbc().write(on -> on.update(CHANGE));
      }
    }
    try (Connection connection = H2Location.folder(left).source().getConnection()) {
      assertEquals(List.of(3), versions(connection));
    }
  }

  /**
   * If this fails after an update of H2, {@link H2Source} is of no use any more. A change of the
   * row is not tried: it would try for ever.
   */
  @Test
  void h2ItselfLeavesItsChangesInvisible() throws SQLException {
    H2Location location = H2Location.folder(left);
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(location.url());
    source.setUser("rhapsode");
    source.setPassword(location.password());
    try (Connection connection = source.getConnection()) {
      assertEquals(List.of(0), versions(connection));
    }
  }
}
