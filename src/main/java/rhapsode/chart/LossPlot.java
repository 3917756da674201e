package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.MIDDLE;
import static rhapsode.chart.Canvas.Side.RIGHT;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import rhapsode.chart.TrainingChart.Pass;

/**
 * The losses of a training as lines, their names at their ends, and a ring around the pass that is
 * kept. Not thread-safe.
 */
final class LossPlot {
  private static final int TOP = 140;
  private static final int HEIGHT = 324;
  private static final int WIDEST_NAME = 170;
  private static final int MOST_DOTS = 24;
  private static final float NAME = 30;

  /** Of names at the ends of lines, points from one to the next. */
  private static final int APART = 30;

  /** A line with its name. */
  private record Line(String name, Color nameInk, Plots.Path path) {
    double last() {
      return path.points().get(path.points().size() - 1).y();
    }
  }

  private final Canvas canvas;
  private final TrainingChart chart;
  private final Area area;
  private final List<Line> lines = new ArrayList<>();
  private final Scale scale;
  private final double from;
  private final double to;

  LossPlot(Canvas canvas, TrainingChart chart, int left, int right) {
    this.canvas = canvas;
    this.chart = chart;
    TrainingChart.Labels labels = chart.labels();
    line(labels.train(), Ink.QUIET, Pass::train, Ink.STONE);
    line(labels.validation(), Ink.DEEP, Pass::validation, Ink.DEEP);
    double names =
        lines.stream().mapToDouble(line -> canvas.width(line.name, NAME)).max().orElse(0);
    int x = left + Grid.NUMBERS;
    area = new Area(x, TOP, (int) (right - Math.min(names, WIDEST_NAME) - 18) - x, HEIGHT);
    double[] losses =
        lines.stream()
            .flatMap(line -> line.path.points().stream())
            .mapToDouble(Plots.Point::y)
            .toArray();
    scale =
        Scale.around(
            DoubleStream.of(losses).min().orElseThrow(),
            DoubleStream.of(losses).max().orElseThrow(),
            5);
    int passes = chart.passes().size();
    from = passes == 1 ? 0.5 : 1;
    to = passes == 1 ? 1.5 : passes;
  }

  private void line(String name, Color nameInk, ToDoubleFunction<Pass> loss, Color ink) {
    List<Pass> passes = chart.passes();
    List<Plots.Point> points =
        IntStream.range(0, passes.size())
            .mapToObj(i -> new Plots.Point(i + 1, loss.applyAsDouble(passes.get(i))))
            .filter(point -> Double.isFinite(point.y()))
            .toList();
    if (!points.isEmpty()) {
      lines.add(new Line(name, nameInk, new Plots.Path(points, ink)));
    }
  }

  void draw(Plots plots) {
    Grid.draw(canvas, area, scale, chart.labels().reader());
    passes();
    plots.lines(area, from, to, scale, lines.stream().map(Line::path).toList());
    if (chart.passes().size() <= MOST_DOTS) {
      lines.forEach(this::dots);
    }
    names();
    chart.kept().ifPresent(this::kept);
  }

  private double across(double pass) {
    return area.across((pass - from) / (to - from));
  }

  private double up(double loss) {
    return area.up(scale.share(loss));
  }

  private void passes() {
    int passes = chart.passes().size();
    int every =
        IntStream.iterate(1, n -> n == 1 ? 5 : 2 * n).filter(this::roomy).findFirst().orElse(1);
    for (int pass = 1; pass <= passes; pass++) {
      if (pass == 1 || pass % every == 0) {
        canvas.text("" + pass, across(pass), area.bottom() + 34, Grid.SIZE, Ink.QUIET, MIDDLE);
      }
    }
    String name = chart.labels().pass();
    canvas.text(name, area.across(0.5), area.bottom() + 68, NAME, Ink.QUIET, MIDDLE);
  }

  private boolean roomy(int every) {
    return (double) area.width() * every / chart.passes().size() >= 40;
  }

  private void dots(Line line) {
    for (Plots.Point point : line.path.points()) {
      canvas.dot(across(point.x()), up(point.y()), 6, line.path.ink());
    }
  }

  private void names() {
    double middle = lines.stream().mapToDouble(line -> up(line.last())).average().orElse(0);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      double y = up(line.last());
      if (lines.size() == 2 && Math.abs(y - middle) < APART / 2.0) {
        boolean higher = y == middle ? i == 0 : y < middle;
        y = middle + (higher ? -APART / 2.0 : APART / 2.0);
      }
      String name = canvas.fitting(line.name, NAME, WIDEST_NAME);
      canvas.text(name, area.right() + 18, y + 9, NAME, line.nameInk, RIGHT);
    }
  }

  /** Rings the pass that is kept, and tells its loss on the side where the other line is not. */
  private void kept(int pass) {
    Pass losses = chart.passes().get(pass);
    String text = chart.labels().kept() + " " + chart.loss(losses.validation());
    double x = across(pass + 1);
    double y = up(losses.validation());
    canvas.ring(x, y, 10, Ink.DEEP);
    double half = canvas.width(text, Grid.SIZE) / 2;
    double middle = Math.max(area.x() + half + 4, Math.min(area.right() - half, x));
    boolean below = losses.validation() < losses.train();
    canvas.text(text, middle, below ? y + 38 : y - 20, Grid.SIZE, Ink.DEEP, MIDDLE);
  }
}
