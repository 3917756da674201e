package rhapsode.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the log is written, chosen by environment variables. The log begins before any settings are
 * read, and {@code logback.xml} reads the variables itself; what it would not understand, it would
 * pass over in silence, so it is looked at here first.
 */
final class LogChoice {
  /** {@code file} or {@code stderr}. */
  static final String TO = "RHAPSODE_LOG_TO";

  /** {@code plain} or {@code json}. */
  static final String FORMAT = "RHAPSODE_LOG_FORMAT";

  /** The least that is written. */
  static final String LEVEL = "RHAPSODE_LOG_LEVEL";

  private record Variable(String name, List<String> values) {}

  private static final List<Variable> VARIABLES =
      List.of(
          new Variable(TO, List.of("file", "stderr")),
          new Variable(FORMAT, List.of("plain", "json")),
          new Variable(LEVEL, List.of("error", "warn", "info", "debug", "trace")));

  private LogChoice() {}

  /** What is wrong, in a sentence; empty if nothing is. */
  static Optional<String> fault(Map<String, String> environment) {
    return VARIABLES.stream()
        .filter(variable -> !allowed(variable, environment))
        .map(
            variable ->
                "The variable %s has to be one of %s, not '%s'."
                    .formatted(
                        variable.name(),
                        String.join(", ", variable.values()),
                        environment.get(variable.name())))
        .findFirst();
  }

  private static boolean allowed(Variable variable, Map<String, String> environment) {
    String value = environment.getOrDefault(variable.name(), "");
    boolean level = variable.name().equals(LEVEL);
    return value.isEmpty()
        || variable.values().contains(level ? value.toLowerCase(Locale.ROOT) : value);
  }
}
