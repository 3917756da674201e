package rhapsode.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Lifeline} of PostgreSQL: an advisory lock of a session that has nothing else to do. Its
 * first key stands for the schema, the second is the number of the process.
 */
final class AdvisoryLifeline implements Lifeline {
  private static final String SCHEMA = "hashtext('rhapsode ' || current_schema())";

  private static final String HELD =
      """
      select objid::bigint from pg_locks
      where locktype = 'advisory' and granted and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and classid::bigint = %s & 4294967295
      """
          .formatted(SCHEMA + "::bigint");

  private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLifeline.class);
  private static final int SECONDS_TO_ANSWER = 2;

  private final DataSource source;
  private @Nullable Connection session;
  private long own;
  private boolean granted;

  AdvisoryLifeline(DataSource source) {
    this.source = source;
  }

  @Override
  public boolean hold(long process) throws SQLException {
    Connection open = session;
    boolean anew = open == null || own != process || !open.isValid(SECONDS_TO_ANSWER);
    if (open == null || anew) {
      close();
      open = source.getConnection();
      session = open;
      own = process;
    }
    if (!granted) {
      // Until the server notices that an earlier session broke, that one has it.
      granted =
          new Statements(open)
              .list(
                  row -> row.getBoolean(1),
                  "select pg_try_advisory_lock(" + SCHEMA + ", ?)",
                  (int) process)
              .contains(true);
    }
    return anew;
  }

  @Override
  public Set<Long> held() throws SQLException {
    if (session == null) {
      throw new SQLException("no lock is held");
    }
    return new HashSet<>(new Statements(session).list(row -> row.getLong(1), HELD));
  }

  @Override
  public void close() {
    Connection before = session;
    session = null;
    granted = false;
    if (before != null) {
      try {
        before.close();
      } catch (SQLException e) {
        LOG.debug("The connection was broken already", e);
      }
    }
  }
}
