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

  private record Variable(String name, String usual, List<String> values) {
    /** The level's capitals do not matter to the log. */
    private boolean allows(String value) {
      return values.contains(name.equals(LEVEL) ? value.toLowerCase(Locale.ROOT) : value);
    }
  }

  private static final List<Variable> VARIABLES =
      List.of(
          new Variable(TO, "file", List.of("file", "stderr")),
          new Variable(FORMAT, "plain", List.of("plain", "json")),
          new Variable(LEVEL, "info", List.of("error", "warn", "info", "debug", "trace")));

  private LogChoice() {}

  /** Whether the log goes to a file. */
  static boolean isFile(Map<String, String> environment) {
    String to = environment.getOrDefault(TO, "");
    return to.isBlank() || to.equals("file");
  }

  /**
   * To be called before anything is logged: a variable that is set to nothing, as container files
   * like to do, counts as not set.
   *
   * @return what is wrong, in a sentence; empty if nothing is
   */
  static Optional<String> fault(Map<String, String> environment) {
    for (Variable variable : VARIABLES) {
      String value = environment.getOrDefault(variable.name(), variable.usual());
      if (value.isBlank()) {
        System.setProperty(variable.name(), variable.usual());
      } else if (!variable.allows(value)) {
        return Optional.of(
            "The variable %s has to be one of %s, not '%s'."
                .formatted(variable.name(), String.join(", ", variable.values()), value));
      }
    }
    return Optional.empty();
  }
}
