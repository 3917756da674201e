package rhapsode.network.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The worst relative deviations that tests of agreement met, for {@code target/agreement.txt}. */
final class Deviations {
  private static final Path REPORT = Path.of("target/agreement.txt");
  private static final Map<String, Worst> ALL = new TreeMap<>();

  private Deviations() {}

  private record Worst(double deviation, int cases) {
    Worst and(Worst other) {
      return new Worst(Math.max(deviation, other.deviation), cases + other.cases);
    }
  }

  static synchronized void note(String what, double deviation) {
    ALL.merge(what, new Worst(deviation, 1), Worst::and);
  }

  /** Writes all that were noted since this process began, one line each. */
  static synchronized void write() {
    List<String> lines =
        ALL.entrySet().stream()
            .map(
                entry ->
                    "%-50s %.2e  %d cases"
                        .formatted(
                            entry.getKey(), entry.getValue().deviation, entry.getValue().cases))
            .toList();
    try {
      Files.createDirectories(REPORT.toAbsolutePath().getParent());
      Files.write(REPORT, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
