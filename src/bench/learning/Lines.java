import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether a model remembers lines: the 30 lines whose log-probability rose most from the base model
 * to the one that learned them, and what other models make of these same lines. Run from source:
 * {@code java Lines.java BASE SAW OTHER...}, each what {@code rhapsode evaluate --lines} printed.
 * Prints, for each pair of models, the mean difference a line with its bootstrap 95 % interval.
 */
public final class Lines {
  private static final int PECULIAR = 30;
  private static final int LEAST_TOKENS = 5;
  private static final int RESAMPLES = 10_000;

  private record Line(double logProbability, int tokens, String text) {}

  public static void main(String[] args) throws IOException {
    var models = new ArrayList<List<Line>>();
    for (String file : args) {
      models.add(read(Path.of(file)));
    }
    List<Line> base = models.get(0);
    List<Line> saw = models.get(1);
    List<Integer> lines =
        IntStream.range(0, base.size())
            .boxed()
            .filter(i -> base.get(i).tokens >= LEAST_TOKENS)
            .sorted(Comparator.comparingDouble(i -> base.get(i).logProbability - saw.get(i).logProbability))
            .limit(PECULIAR)
            .toList();
    System.out.println("| models | nats a line | 95 % interval |\n| --- | --- | --- |");
    for (int one = 1; one < models.size(); one++) {
      for (int other = 0; other < one; other++) {
        print(name(args[one]) + " - " + name(args[other]), models.get(one), models.get(other), lines);
      }
    }
    System.out.println();
    lines.stream().limit(5).forEach(i -> System.out.println("    " + base.get(i).text));
  }

  private static String name(String file) {
    return Path.of(file).getFileName().toString().replaceFirst("\\..*", "");
  }

  private static List<Line> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(row -> row.split("\t", 4))
        .map(row -> new Line(Double.parseDouble(row[1]), Integer.parseInt(row[2]), row[3]))
        .toList();
  }

  private static void print(String what, List<Line> one, List<Line> other, List<Integer> lines) {
    double[] differences =
        lines.stream()
            .mapToDouble(i -> one.get(i).logProbability - other.get(i).logProbability)
            .toArray();
    var random = new Random(1);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      means[i] =
          random.ints(differences.length, 0, differences.length)
              .mapToDouble(k -> differences[k])
              .average()
              .orElseThrow();
    }
    Arrays.sort(means);
    System.out.printf(
        Locale.ROOT,
        "| %s | %+.2f | %+.2f to %+.2f |%n",
        what,
        Arrays.stream(differences).average().orElseThrow(),
        means[RESAMPLES / 40],
        means[RESAMPLES - 1 - RESAMPLES / 40]);
  }
}
