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

  AdvisoryLifeline(DataSource source) {
    this.source = source;
  }

  @Override
  public boolean hold(long process) throws SQLException {
    boolean alive = session != null && session.isValid(SECONDS_TO_ANSWER);
    if (alive && own == process) {
      return false;
    }
    close();
    Connection opened = source.getConnection();
    session = opened;
    own = process;
    new Statements(opened)
        .list(row -> 1, "select pg_try_advisory_lock(" + SCHEMA + ", ?)", (int) process);
    return true;
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
    if (before != null) {
      try {
        before.close();
      } catch (SQLException e) {
        LOG.debug("The connection was broken already", e);
      }
    }
  }
}
