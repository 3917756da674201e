package rhapsode.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;

/**
 * The figure that matters most: minutes of training until the validation perplexity falls below 95,
 * ours against the same network with the same hyperparameters in libtorch. One learns after the
 * other, on the same ids; evaluation is not counted.
 */
final class Quality {
  private static final int WORDS = 10_000;
  private static final double TARGET = 95;
  private static final String[] RECIPE = {
    "vocabulary=" + WORDS,
    "embedding=256",
    "hidden=256",
    "layers=2",
    "batch=32",
    "window=32",
    "threads=2",
    "seed=1",
    "dropout=0.1",
    "rate=0.002",
    "clip=5",
    "epochs=2",
    "schedule=cosine",
    "evaluate=250000",
    "forget=1",
    "until=" + TARGET
  };

  private final Report report;
  private final Path verse;

  Quality(Report report, Path verse) {
    this.report = report;
    this.verse = verse;
  }

  void run() throws IOException {
    Corpus train = Corpus.read(verse.resolve("train.txt"), TextFormat.POEMS);
    Corpus valid = Corpus.read(verse.resolve("valid.txt"), TextFormat.POEMS);
    Vocabulary vocabulary = Vocabulary.of(train, WORDS, 2);
    Path folder = Files.createTempDirectory("quality");
    Path trainIds = write(folder.resolve("train.ids"), train, vocabulary);
    Path validIds = write(folder.resolve("valid.ids"), valid, vocabulary);
    var arguments = new ArrayList<String>(List.of("train=" + trainIds, "valid=" + validIds));
    arguments.addAll(List.of(RECIPE));
    String[] all = arguments.toArray(String[]::new);
    double[][] ours = points(Runner.of("ours", Learn.class, all));
    double[][] libtorch =
        points(Runner.libtorch("libtorch", Runner.hasOfficial(), "learn", all));
    report.quality(text(ours, libtorch), ours, libtorch);
    Files.delete(trainIds);
    Files.delete(validIds);
    Files.delete(folder);
  }

  private static Path write(Path file, Corpus corpus, Vocabulary vocabulary) throws IOException {
    int[] ids =
        corpus.poems().stream()
            .flatMapToInt(poem -> java.util.Arrays.stream(vocabulary.encode(poem)))
            .toArray();
    var bytes = ByteBuffer.allocate(4 * ids.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(ids);
    Files.write(file, bytes.array());
    return file;
  }

  /** Minutes and perplexities. */
  private static double[][] points(Runner runner) {
    var minutes = new ArrayList<Double>();
    var perplexities = new ArrayList<Double>();
    try (runner) {
      for (String line = runner.line(); !line.equals("end"); line = runner.line()) {
        String[] point = line.split(" ");
        minutes.add(Double.parseDouble(point[2]) / 60);
        perplexities.add(Double.parseDouble(point[3]));
        System.out.println(runner.name() + ": " + line);
      }
    }
    return new double[][] {
      minutes.stream().mapToDouble(m -> m).toArray(),
      perplexities.stream().mapToDouble(p -> p).toArray()
    };
  }

  private static String text(double[][] ours, double[][] libtorch) {
    var text = new StringBuilder("\nRecipe: " + String.join(", ", RECIPE) + ".\n\n");
    text.append("| words | ours, minutes | perplexity | libtorch, minutes | perplexity |\n");
    text.append("| ---: | ---: | ---: | ---: | ---: |\n");
    for (int i = 0; i < Math.max(ours[0].length, libtorch[0].length); i++) {
      text.append(
          "| %,d |%s%s\n".formatted((i + 1) * 250_000, cells(ours, i), cells(libtorch, i)));
    }
    text.append(
        "\nBelow %.0f: ours after **%.1f** minutes, libtorch after **%.1f**.\n"
            .formatted(TARGET, last(ours), last(libtorch)));
    return text.toString();
  }

  private static String cells(double[][] points, int i) {
    return i < points[0].length
        ? " %.1f | %.1f |".formatted(points[0][i], points[1][i])
        : " | |";
  }

  private static double last(double[][] points) {
    return points[0][points[0].length - 1];
  }
}
