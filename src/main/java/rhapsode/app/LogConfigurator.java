package rhapsode.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import rhapsode.logging.LogContext;

/**
 * Sets the log up, where no {@code logback.xml} on the class path does. People read sentences; the
 * log keeps causes. Logback makes one when the first logger is asked for; it is code and no XML
 * since the reader of that takes as long as a poem.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  /** After the thread comes the id of the request, or a dash. */
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} [%thread] %X{"
          + LogContext.KEY
          + ":--} %msg%n";

  private static final String LARGEST_FILE = "10MB";
  private static final int DAYS = 14;
  private static final String LARGEST_ALL = "200MB";

  /** What these say below INFO has tokens in it, whatever level is asked for. */
  private static final List<String> INDISCREET =
      List.of("net.dv8tion.jda", "okhttp3", "org.telegram");

  private static final List<String> TALKATIVE = List.of("com.zaxxer.hikari", "org.apache.spark");

  private final LogChoice choice;

  /** As the process' variables ask for. */
  public LogConfigurator() {
    this(LogChoice.ofProcess());
  }

  LogConfigurator(LogChoice choice) {
    this.choice = choice;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Level level = Level.toLevel(choice.level());
    INDISCREET.forEach(name -> context.getLogger(name).setLevel(Level.INFO));
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    context.getLogger("rhapsode").setLevel(level);
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender(context, level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private Appender<ILoggingEvent> appender(LoggerContext context, Level level) {
    OutputStreamAppender<ILoggingEvent> appender =
        choice.file().isPresent() ? file(context, choice.file().get()) : standardError();
    appender.setContext(context);
    appender.setEncoder(encoder(context));
    var filter = new ThresholdFilter();
    filter.setLevel(level.toString());
    filter.start();
    appender.addFilter(filter);
    appender.start();
    return appender;
  }

  private static OutputStreamAppender<ILoggingEvent> standardError() {
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setTarget("System.err");
    return appender;
  }

  private static OutputStreamAppender<ILoggingEvent> file(LoggerContext context, Path file) {
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setFile(file.toString());
    var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i.gz");
    rolling.setMaxFileSize(FileSize.valueOf(LARGEST_FILE));
    rolling.setMaxHistory(DAYS);
    rolling.setTotalSizeCap(FileSize.valueOf(LARGEST_ALL));
    rolling.start();
    appender.setRollingPolicy(rolling);
    return appender;
  }

  private Encoder<ILoggingEvent> encoder(LoggerContext context) {
    Encoder<ILoggingEvent> encoder = choice.json() ? json() : plain();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> plain() {
    var encoder = new PatternLayoutEncoder();
    encoder.setPattern(LINE);
    return encoder;
  }

  private static Encoder<ILoggingEvent> json() {
    var encoder = new JsonEncoder();
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMarkers(false);
    encoder.setWithKVPList(false);
    return encoder;
  }
}
