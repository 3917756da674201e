package rhapsode.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Flyway speak only of trouble. Its progress is of no interest at every start, and its warning
 * that H2 is newer than it has been verified with is answered by our own tests. Flyway makes it by
 * its name, so it is public.
 */
public final class FlywayLog implements LogCreator {
  @Override
  public Log createLogger(Class<?> speaker) {
    return new Quiet(LoggerFactory.getLogger(speaker));
  }

  private record Quiet(Logger log) implements Log {
    @Override
    public void debug(String message) {
      log.debug(message);
    }

    @Override
    public void info(String message) {
      log.debug(message);
    }

    @Override
    public void warn(String message) {
      if (message.contains("newer than the version Flyway has been verified with")) {
        log.debug(message);
      } else {
        log.warn(message);
      }
    }

    @Override
    public void error(String message) {
      log.error(message);
    }

    @Override
    public void error(String message, Exception cause) {
      log.error(message, cause);
    }

    @Override
    public void notice(String message) {
      log.debug(message);
    }
  }
}
