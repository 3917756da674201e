package rhapsode.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * What Rhapsode logs from now on, until it is closed; libraries may have a thread left that ends.
 * Thread-safe.
 */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  /**
   * A line.
   *
   * @param request the id in the diagnostic context; empty if there is none
   * @param cause its message; empty if there is none
   */
  public record LogLine(String level, String request, String message, String cause) {}

  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private final List<LogLine> lines = new CopyOnWriteArrayList<>();

  public LogLines() {
    setContext(ROOT.getLoggerContext());
    start();
    ROOT.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!event.getLoggerName().startsWith("rhapsode.")) {
      return;
    }
    lines.add(
        new LogLine(
            event.getLevel().toString(),
            event.getMDCPropertyMap().getOrDefault("request", ""),
            event.getFormattedMessage(),
            event.getThrowableProxy() == null
                ? ""
                : String.valueOf(event.getThrowableProxy().getMessage())));
  }

  public List<LogLine> lines() {
    return List.copyOf(lines);
  }

  /** Those of a request. */
  public List<LogLine> of(String request) {
    return lines.stream().filter(line -> line.request().equals(request)).toList();
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
    stop();
  }
}
