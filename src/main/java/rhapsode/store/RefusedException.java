package rhapsode.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Somebody else waited for a connection in vain a moment ago, and that one's failure told all there
 * is to tell. Without a stack trace: in an outage, each request would put some hundred lines of the
 * same into the log.
 */
final class RefusedException extends SQLTransientConnectionException {
  private static final long serialVersionUID = 1L;

  /**
   * @param failure of the one who waited
   */
  RefusedException(SQLException failure) {
    super("nobody could connect a moment ago: " + failure.getMessage(), failure.getSQLState());
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
