package rhapsode.chat.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.chart.Chart;
import rhapsode.chart.Charts;
import rhapsode.chart.CommunityChart;
import rhapsode.chart.TrainingChart;
import rhapsode.wording.Wording;

/**
 * Charts with the words of every language. The numbers are samples, made up to look at; the
 * pictures are left in {@code target/charts}.
 */
class ChartLabelsTest {
  private static final Charts CHARTS = Charts.load().orElseThrow();
  private static final Path PICTURES = Path.of("target", "charts");

  static Stream<Locale> languages() {
    return Wording.languages().stream();
  }

  private static TrainingChart training(Locale reader) {
    double[] train = {5.02, 4.71, 4.52, 4.38, 4.27, 4.18, 4.11, 4.05};
    double[] validation = {4.81, 4.66, 4.58, 4.54, 4.52, 4.51, 4.53, 4.55};
    return new TrainingChart(
        IntStream.range(0, train.length)
            .mapToObj(i -> new TrainingChart.Pass(train[i], validation[i]))
            .toList(),
        new TrainingChart.Change(121.3, 91.2),
        new TrainingChart.Change(64.2, 65.0),
        ChartLabels.training("second-light-4", Wording.of(reader)));
  }

  private static CommunityChart community(Locale reader) {
    return new CommunityChart(
        YearMonth.of(2026, 11),
        List.of(
            month("2025-12", 4, 0, 1, 3, 0),
            month("2026-01", 9, 0, 2, 5, 6),
            month("2026-02", 14, 0, 1, 7, 13),
            month("2026-03", 11, 0, 0, 6, 22),
            month("2026-06", 6, 0, 1, 4, 9),
            month("2026-07", 18, 0, 3, 9, 31),
            month("2026-08", 24, 0, 2, 11, 38),
            month("2026-09", 21, 1, 4, 12, 44),
            month("2026-10", 27, 3, 2, 14, 57),
            month("2026-11", 19, 9, 1, 13, 41)),
        List.of(
            model("second-light-1", "2026-01-20", 131, 117, true),
            model("second-light-2", "2026-03-04", 128, 131, false),
            model("second-light-3", "2026-07-28", 124, 101, true),
            model("second-light-4", "2026-10-11", 119, 92.4, true)),
        ChartLabels.community(false, Wording.of(reader)));
  }

  private static CommunityChart.Month month(String month, int... counts) {
    return new CommunityChart.Month(
        YearMonth.parse(month), counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  private static CommunityChart.Model model(
      String name, String day, double before, double after, boolean entered) {
    return new CommunityChart.Model(
        name, Instant.parse(day + "T12:00:00Z"), before, after, entered);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void chartsSpeakEveryLanguage(Locale reader) throws IOException {
    Chart training = CHARTS.draw(training(reader));
    Chart community = CHARTS.draw(community(reader));
    Wording wording = Wording.of(reader);
    String title = wording.say("chart.training", "second-light-4");
    assertTrue(training.altText().startsWith(title), training.altText());
    assertTrue(community.altText().startsWith(wording.say("chart.here")), community.altText());
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve("training-" + reader + ".png"), training.png());
    Files.write(PICTURES.resolve("stats-" + reader + ".png"), community.png());
  }

  @Test
  void aTitleSaysWhetherOneCommunityIsMeant() {
    Wording english = Wording.of(Locale.ENGLISH);
    assertEquals("All communities, month by month", ChartLabels.community(true, english).title());
    assertEquals("This community, month by month", ChartLabels.community(false, english).title());
  }
}
