package rhapsode.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the log is written, chosen by environment variables: it begins before any settings are read.
 * A variable that is set to nothing, as container files like to do, counts as not set. Immutable.
 *
 * @param file where it is written; empty for standard error
 * @param json one object a line instead of lines for people
 * @param level the least that is written, in SLF4J's names
 */
record LogChoice(Optional<Path> file, boolean json, String level) {
  /** {@code file} or {@code stderr}. */
  static final String TO = "RHAPSODE_LOG_TO";

  /** {@code plain} or {@code json}. */
  static final String FORMAT = "RHAPSODE_LOG_FORMAT";

  /** The least that is written. */
  static final String LEVEL = "RHAPSODE_LOG_LEVEL";

  /** The system property that names another file. */
  private static final String FILE = "rhapsode.log";

  private record Variable(String name, String usual, List<String> values) {
    String in(Map<String, String> environment) {
      String value = environment.getOrDefault(name, "");
      return value.isBlank() ? usual : value;
    }

    /** The level's capitals do not matter. */
    boolean allows(String value) {
      return values.contains(name.equals(LEVEL) ? value.toLowerCase(Locale.ROOT) : value);
    }
  }

  private static final Variable WHERE = new Variable(TO, "file", List.of("file", "stderr"));
  private static final Variable HOW = new Variable(FORMAT, "plain", List.of("plain", "json"));
  private static final Variable LEAST =
      new Variable(LEVEL, "info", List.of("error", "warn", "info", "debug", "trace"));

  /** What the variables and properties of this process ask for, as far as they can be used. */
  static LogChoice ofProcess() {
    Map<String, String> environment = System.getenv();
    Path file = Path.of(System.getProperty(FILE, "data/log/rhapsode.log"));
    return of(fault(environment).isEmpty() ? environment : Map.of(), file);
  }

  /**
   * What variables ask for that are right.
   *
   * @param file where the log is written unless it goes elsewhere
   */
  static LogChoice of(Map<String, String> environment, Path file) {
    return new LogChoice(
        WHERE.in(environment).equals("file") ? Optional.of(file) : Optional.empty(),
        HOW.in(environment).equals("json"),
        LEAST.in(environment));
  }

  /** What is wrong with the variables, in a sentence; empty if nothing is. */
  static Optional<String> fault(Map<String, String> environment) {
    return List.of(WHERE, HOW, LEAST).stream()
        .filter(variable -> !variable.allows(variable.in(environment)))
        .findFirst()
        .map(
            variable ->
                "The variable %s has to be one of %s, not '%s'."
                    .formatted(
                        variable.name(),
                        String.join(", ", variable.values()),
                        variable.in(environment)));
  }
}
