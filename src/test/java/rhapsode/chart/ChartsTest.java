package rhapsode.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.chart.CommunityChart.Model;
import rhapsode.chart.CommunityChart.Month;
import rhapsode.chart.TrainingChart.Change;
import rhapsode.chart.TrainingChart.Pass;

class ChartsTest {
  private static final Charts CHARTS = Charts.load().orElseThrow();
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final double NONE = Double.NaN;
  private static final int MARGIN = 40;

  private static TrainingChart training(List<Pass> passes, Change community, Change base) {
    return new TrainingChart(
        passes,
        community,
        base,
        new TrainingChart.Labels(
            Locale.ENGLISH,
            "The training",
            "Loss",
            "Pass",
            "train",
            "valid",
            "kept",
            "Perplexity",
            "community",
            "base",
            "before",
            "after"));
  }

  private static CommunityChart community(Locale reader, List<Month> months, List<Model> models) {
    return new CommunityChart(
        NOVEMBER,
        months,
        models,
        new CommunityChart.Labels(
            reader,
            "The community",
            "Poems",
            "approved",
            "waiting",
            "rejected",
            "Authors",
            "Likes",
            "Perplexity",
            "in",
            "out"));
  }

  private static CommunityChart community(List<Month> months, Model... models) {
    return community(Locale.ENGLISH, months, List.of(models));
  }

  private static Month month(int before, int approved, int waiting, int rejected) {
    return new Month(NOVEMBER.minusMonths(before), approved, waiting, rejected, 2, 1);
  }

  private static Model model(String day, double before, double after, boolean entered) {
    return new Model("small-1", Instant.parse(day + "T12:00:00Z"), before, after, entered);
  }

  private static List<Pass> passes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Pass(5 - i * 0.1, 4.8 - i * 0.1 + i * i * 0.01))
        .toList();
  }

  static Stream<TrainingChart> trainings() {
    var better = new Change(120, 90);
    return Stream.of(
        training(passes(8), better, new Change(64, 65)),
        training(passes(1), better, new Change(NONE, NONE)),
        training(passes(2), new Change(NONE, 90), better),
        training(passes(100), new Change(90, 90), new Change(1e-3, 1e6)),
        training(passes(3), new Change(NONE, NONE), new Change(0, 0)),
        training(Collections.nCopies(5, new Pass(4.2, 4.2)), better, better),
        training(Collections.nCopies(5, new Pass(4.2, NONE)), better, better),
        training(List.of(new Pass(0, 0)), better, better));
  }

  static Stream<CommunityChart> communities() {
    return Stream.of(
        community(List.of()),
        community(List.of(month(0, 3, 1, 0))),
        community(List.of(month(0, 0, 0, 0))),
        community(List.of(month(9, 30, 0, 2), month(5, 0, 7, 1), month(0, 1, 1, 1))),
        community(
            IntStream.range(0, 500).mapToObj(i -> month(i, 100_000 + i, i, 7)).toList(),
            model("2026-10-31", 120, 99, true)),
        community(List.of(), model("2026-11-30", 99, 99, false)),
        community(
            List.of(month(1, 1, 0, 0)),
            model("2026-09-01", 99, 80, true),
            model("2026-09-02", NONE, NONE, true),
            model("2026-10-05", 80, 130, true),
            model("1999-01-01", 80, 130, true),
            model("2027-01-01", 80, 130, true)));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void aTrainingIsAPicture(TrainingChart training) throws IOException {
    assertEquals(2 * 560, picture(CHARTS.draw(training)).getHeight());
  }

  @ParameterizedTest
  @MethodSource("communities")
  void aCommunityIsAPicture(CommunityChart community) throws IOException {
    picture(CHARTS.draw(community));
  }

  /** Reads it, and sees that there is ink on it and none at its edges. */
  private static BufferedImage picture(Chart chart) throws IOException {
    assertFalse(chart.altText().isBlank());
    assertTrue(chart.altText().length() <= Chart.LONGEST_ALT_TEXT, chart.altText());
    assertTrue(chart.png().length < 500_000, "" + chart.png().length);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.png()));
    assertEquals(Charts.WIDTH, image.getWidth());
    int paper = image.getRGB(0, 0);
    int ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != paper) {
          ink++;
          int edge = Math.min(Math.min(x, y), image.getWidth() - 1 - x);
          assertTrue(edge >= MARGIN || y > 2 * 90, "ink at " + x + ", " + y);
        }
      }
    }
    assertTrue(ink > 10_000, "" + ink);
    return image;
  }

  @Test
  void noScreenIsNeeded() {
    assertTrue(GraphicsEnvironment.isHeadless());
  }

  @Test
  void theSameNumbersAreTheSamePicture() {
    TrainingChart training = trainings().findFirst().orElseThrow();
    CommunityChart community = community(List.of(month(3, 5, 1, 0), month(0, 3, 1, 0)));
    Charts others = Charts.load().orElseThrow();
    assertArrayEquals(CHARTS.draw(training).png(), others.draw(training).png());
    assertArrayEquals(CHARTS.draw(community).png(), others.draw(community).png());
  }

  @Test
  void aTrainingIsToldInWords() {
    var passes = List.of(new Pass(5, 4.5), new Pass(4.25, 4.375), new Pass(4, 4.5));
    assertEquals(
        "The training. Perplexity: community: before 120.0, after 90.5. Loss:"
            + " Pass 1: train 5.00, valid 4.50. Pass 2: train 4.25, valid 4.38 (kept)."
            + " Pass 3: train 4.00, valid 4.50.",
        CHARTS.draw(training(passes, new Change(120, 90.5), new Change(NONE, NONE))).altText());
  }

  @Test
  void aCommunityIsToldInWords() {
    var models = List.of(model("2026-10-31", 120, 90.5, true), model("2026-09-01", 90, 99, false));
    var months = List.of(month(0, 3, 1, 0), month(2, 0, 0, 7));
    assertEquals(
        "The community. Poems, September 2026: 7 rejected; November 2026: 3 approved, 1 waiting."
            + " Perplexity: small-1 (out, September 2026): 99.0. small-1 (in, October 2026): 90.5."
            + " Authors, September 2026: 2; November 2026: 2."
            + " Likes, September 2026: 1; November 2026: 1.",
        CHARTS.draw(community(Locale.ENGLISH, months, models)).altText());
    String german = CHARTS.draw(community(Locale.GERMAN, months, models)).altText();
    assertTrue(german.contains("Oktober 2026): 90,5."), german);
  }

  @Test
  void theAxisHasEveryMonthUntilNow() {
    assertEquals(6, community(List.of()).axis().size());
    assertEquals(10, community(List.of(month(9, 1, 0, 0))).axis().size());
    assertEquals(CommunityChart.MOST_MONTHS, community(List.of(month(900, 1, 0, 0))).axis().size());
    assertEquals(NOVEMBER, community(List.of(month(9, 1, 0, 0))).axis().get(9).month());
  }

  @Test
  void scalesHaveRoundNumbers() {
    assertArrayEquals(new double[] {0, 1}, Scale.counting(0, 4).numbers());
    assertArrayEquals(new double[] {0, 1, 2, 3}, Scale.counting(3, 4).numbers());
    assertArrayEquals(new double[] {0, 10, 20, 30, 40}, Scale.counting(32, 4).numbers());
    assertArrayEquals(new double[] {0, 50, 100, 150}, Scale.counting(101, 3).numbers());
    assertEquals("4.20", new Scale(4, 0.05, 9).text(4.2, Locale.ENGLISH));
    assertEquals("1.000", new Scale(0, 500, 2).text(1000, Locale.GERMAN));
    Scale around = Scale.around(4.05, 5.02, 5);
    assertTrue(around.low() <= 4.05 && around.high() >= 5.02, around.toString());
  }

  @Test
  void aTrainingHasPassesWithLosses() {
    var change = new Change(1, 1);
    assertThrows(IllegalArgumentException.class, () -> training(List.of(), change, change));
    assertThrows(
        IllegalArgumentException.class, () -> training(List.of(new Pass(NONE, 1)), change, change));
  }
}
