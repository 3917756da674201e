package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.LEFT;
import static rhapsode.chart.Canvas.Side.RIGHT;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import rhapsode.chart.TrainingChart.Change;

/**
 * Changes of perplexity as slopes, one below the other. Equal slopes are equal shares, whatever the
 * perplexities. Not thread-safe.
 */
final class ChangePlot {
  private static final int TOP = 140;
  private static final int HEIGHT = 164;
  private static final int BESIDE = 90;
  private static final float NAME = 30;

  /** Slopes are drawn as steep as they can be, but a change of less than this looks small. */
  private static final double LEAST = 0.05;

  private final Canvas canvas;
  private final TrainingChart chart;
  private final int left;
  private final int right;

  ChangePlot(Canvas canvas, TrainingChart chart, int left, int right) {
    this.canvas = canvas;
    this.chart = chart;
    this.left = left;
    this.right = right;
  }

  void draw(Plots plots) {
    TrainingChart.Labels labels = chart.labels();
    int y = TOP;
    if (chart.community().measured()) {
      change(plots, y, labels.community(), chart.community(), Ink.DEEP);
      y += HEIGHT;
    }
    if (chart.base().measured()) {
      change(plots, y, labels.base(), chart.base(), Ink.PLUM);
      y += HEIGHT;
    }
    canvas.text(labels.before(), left + BESIDE - 16, y + 30, Grid.SIZE, Ink.QUIET, LEFT);
    canvas.text(labels.after(), right - BESIDE + 16, y + 30, Grid.SIZE, Ink.QUIET, RIGHT);
  }

  private Scale scale() {
    double most =
        Stream.of(chart.community(), chart.base())
            .filter(Change::measured)
            .mapToDouble(change -> Math.abs(change.logarithm()))
            .reduce(LEAST, Math::max);
    return new Scale(-most, 2 * most, 1);
  }

  private void change(Plots plots, int y, String name, Change change, Color ink) {
    canvas.text(canvas.fitting(name, NAME, right - left), left, y + 24, NAME, ink, RIGHT);
    var area = new Area(left + BESIDE, y + 44, right - left - 2 * BESIDE, HEIGHT - 72);
    Scale scale = scale();
    var before = new Plots.Point(0, -change.logarithm() / 2);
    var after = new Plots.Point(1, change.logarithm() / 2);
    plots.lines(area, 0, 1, scale, List.of(new Plots.Path(List.of(before, after), ink)));
    double from = area.up(scale.share(before.y()));
    double to = area.up(scale.share(after.y()));
    canvas.dot(area.x(), from, 7, ink);
    canvas.dot(area.right(), to, 7, ink);
    String earlier = chart.number("%.1f", change.before());
    String later = chart.number("%.1f", change.after());
    canvas.text(earlier, area.x() - 16, from + 10, NAME, Ink.TEXT, LEFT);
    canvas.text(later, area.right() + 16, to + 10, NAME, Ink.TEXT, RIGHT);
  }
}
