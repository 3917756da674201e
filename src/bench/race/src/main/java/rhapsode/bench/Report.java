package rhapsode.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Tables in Markdown and charts as PNG. */
final class Report {
  private final Path folder;

  Report(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  record Training(Setting setting, List<Contest.Result> results) {}

  record Generation(int batch, List<Contest.Result> results) {}

  /** Rates of ours and of libtorch as one size grows. */
  record Curve(String name, int[] values, List<List<Contest.Result>> points) {
    Curve(String name, int[] values) {
      this(name, values, new ArrayList<>());
    }
  }

  private static String machine() throws IOException {
    String model = "unknown processor";
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      for (String line : Files.readAllLines(info)) {
        if (line.startsWith("model name")) {
          model = line.substring(line.indexOf(':') + 1).trim();
        }
      }
    }
    return "%s, %d cores, Java %s"
        .formatted(
            model,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }

  /** The best median of the runners whose names start so; 0 if there is none. */
  private static double best(List<Contest.Result> results, String start) {
    return results.stream()
        .filter(result -> result.name().startsWith(start))
        .mapToDouble(Contest.Result::median)
        .max()
        .orElse(0);
  }

  void training(List<Training> tables) throws IOException {
    var text = new StringBuilder("# Training\n\n" + machine() + ".\n");
    for (Training table : tables) {
      Setting setting = table.setting();
      double floor = best(table.results(), "sgemm") / setting.operations() * setting.words();
      double ours = best(table.results(), "ours");
      text.append("\n## %s\n\n".formatted(setting.title()));
      text.append("| | words/s, median | all turns | memory, MB | heap bytes/step |\n");
      text.append("| --- | ---: | --- | ---: | ---: |\n");
      for (Contest.Result result : table.results()) {
        boolean sgemm = result.name().startsWith("sgemm");
        double scale = sgemm ? setting.words() / setting.operations() : 1;
        text.append(
            "| %s | %,.0f | %s | %,.0f | %s |\n"
                .formatted(
                    sgemm
                        ? result.name() + " (%.0f GFLOP/s)".formatted(result.median() / 1e9)
                        : result.name(),
                    result.median() * scale,
                    String.join(
                        " ",
                        result.rates().stream().map(r -> "%.0f".formatted(r * scale)).toList()),
                    result.megabytes(),
                    result.allocated() < 0 || sgemm
                        ? ""
                        : "%,.0f".formatted(result.allocated())));
      }
      text.append(
          "\nOurs : libtorch at its best **%.2f**, ours : stock DL4J **%.1f**, share of the sgemm floor **%.2f**.\n"
              .formatted(
                  ours / best(table.results(), "libtorch"),
                  ours / best(table.results(), "stock"),
                  ours / floor));
    }
    Files.writeString(folder.resolve("training.md"), text);
    CategoryChart chart =
        bars("Training: share of what the machine's matrix products allow", "share");
    for (String kind : List.of("ours", "libtorch", "stock DL4J")) {
      chart.addSeries(
          kind,
          tables.stream().map(t -> t.setting().label()).toList(),
          tables.stream().map(t -> share(t, kind)).toList());
    }
    save(chart, "training");
  }

  private static double share(Training table, String kind) {
    double floor = best(table.results(), "sgemm") / table.setting().operations();
    double share = best(table.results(), kind) / table.setting().words() / floor;
    return Math.round(share * 100) / 100.0;
  }

  void generation(List<Generation> tables) throws IOException {
    var text = new StringBuilder("# Generation\n\n" + machine() + ". Vocabulary 8,000, 2x256.\n\n");
    text.append("| milliseconds a step, median |");
    tables.forEach(t -> text.append(" batch %d |".formatted(t.batch())));
    text.append("\n| --- |" + " ---: |".repeat(tables.size()) + "\n");
    for (int i = 0; i < tables.get(0).results().size(); i++) {
      text.append("| " + tables.get(0).results().get(i).name() + " |");
      for (Generation table : tables) {
        text.append(" %.3f |".formatted(1000 / table.results().get(i).median()));
      }
      text.append("\n");
    }
    for (String peer : List.of("libtorch", "stock")) {
      text.append("| **%s : ours, each at its best** |".formatted(peer));
      for (Generation table : tables) {
        text.append(
            " **%.1f** |".formatted(best(table.results(), "ours") / best(table.results(), peer)));
      }
      text.append("\n");
    }
    text.append("\nHeap allocated by ours: ");
    text.append(
        String.join(
            ", ",
            tables.stream()
                .map(
                    t ->
                        "%.0f bytes a step at batch %d"
                            .formatted(t.results().get(0).allocated(), t.batch()))
                .toList()));
    text.append(".\n");
    Files.writeString(folder.resolve("generation.md"), text);
    CategoryChart chart = bars("Generation, milliseconds a step", "ms");
    for (String kind : List.of("ours", "libtorch", "stock DL4J")) {
      chart.addSeries(
          kind,
          tables.stream().map(t -> "batch " + t.batch()).toList(),
          tables.stream()
              .map(t -> Math.round(1e5 / best(t.results(), kind)) / 100.0)
              .toList());
    }
    save(chart, "generation");
  }

  void growth(List<Curve> curves) throws IOException {
    var text = new StringBuilder("# Growth\n\n" + machine());
    text.append(
        ". Base: vocabulary 10,000, 2x256, batch 32, window 32; two threads; words/s, medians.\n");
    for (Curve curve : curves) {
      if (curve.points().isEmpty()) {
        continue;
      }
      text.append("\n| %s | ours | libtorch |\n| ---: | ---: | ---: |\n".formatted(curve.name()));
      var chart =
          new XYChartBuilder()
              .width(700)
              .height(420)
              .title("Words a second against " + curve.name())
              .xAxisTitle(curve.name())
              .yAxisTitle("words/s")
              .build();
      chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
      chart.getStyler().setToolTipsEnabled(false);
      double[] x = new double[curve.points().size()];
      double[][] y = new double[2][x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = curve.values()[i];
        y[0][i] = curve.points().get(i).get(0).median();
        y[1][i] = curve.points().get(i).get(1).median();
        text.append("| %,d | %,.0f | %,.0f |\n".formatted(curve.values()[i], y[0][i], y[1][i]));
      }
      chart.addSeries("ours", x, y[0]);
      chart.addSeries("libtorch", x, y[1]);
      save(chart, "growth-" + curve.name().replace(' ', '-'));
    }
    Files.writeString(folder.resolve("growth.md"), text);
  }

  /** Perplexity against minutes of training. */
  void quality(String text, double[][] ours, double[][] libtorch) throws IOException {
    Files.writeString(folder.resolve("quality.md"), "# Time to quality\n\n" + machine() + ".\n" + text);
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(520)
            .title("Validation perplexity against minutes of training")
            .xAxisTitle("minutes")
            .yAxisTitle("perplexity")
            .build();
    chart.addSeries("ours", ours[0], ours[1]);
    chart.addSeries("libtorch", libtorch[0], libtorch[1]);
    save(chart, "quality");
  }

  /** How long people wait for poems. */
  void writing(String model, List<Writing.Load> loads) throws IOException {
    var text = new StringBuilder("# Writing\n\n%s. Model %s.\n\n".formatted(machine(), model));
    text.append("| | median, ms | 95 % within, ms | longest, ms | poems/s | fairness |\n");
    text.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (Writing.Load load : loads) {
      text.append(
          "| %s | %,.0f | %,.0f | %,.0f | %.2f | %.3f |\n"
              .formatted(
                  load.name(),
                  load.within(0.5),
                  load.within(0.95),
                  load.within(1),
                  load.perSecond(),
                  load.fairness()));
    }
    text.append(
        "\nFairness is Jain's index over the waits: 1 if all waited alike. Of 20 who ask at the same moment the first\n"
            + "is answered first, so their first waits differ; writing all 20 side by side would make all wait longest.\n");
    Files.writeString(folder.resolve("writing.md"), text);
  }

  private static CategoryChart bars(String title, String unit) {
    CategoryChart chart =
        new CategoryChartBuilder().width(900).height(520).title(title).yAxisTitle(unit).build();
    chart.getStyler().setLabelsVisible(true);
    return chart;
  }

  private void save(Chart<?, ?> chart, String name) throws IOException {
    chart.getStyler().setChartBackgroundColor(java.awt.Color.WHITE);
    BitmapEncoder.saveBitmap(
        chart, folder.resolve(name).toString(), BitmapEncoder.BitmapFormat.PNG);
    System.out.println("wrote " + folder.resolve(name + ".png"));
  }
}
