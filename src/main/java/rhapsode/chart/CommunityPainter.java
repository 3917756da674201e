package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.RIGHT;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import rhapsode.chart.CommunityChart.Model;
import rhapsode.chart.CommunityChart.Month;

/**
 * Draws a {@link CommunityChart}: one band below the other over the same months, with a hairline
 * through all of them where a model entered service. Bands in which nothing happened are left out.
 * Not thread-safe.
 */
final class CommunityPainter {
  private static final int WIDTH = 1000;
  private static final int LEFT_EDGE = 44;
  private static final int RIGHT_EDGE = 956;
  private static final int TOP = 96;
  private static final int ABOVE_PLOT = 58;
  private static final int BELOW_PLOT = 26;
  private static final int FOOT = 78;
  private static final int HIGH = 230;
  private static final int LOW = 110;
  private static final float TITLE = 42;
  private static final float HEADING = 32;

  private final Face face;
  private final CommunityChart chart;
  private final CommunityChart.Labels labels;
  private final List<Month> axis;

  /** A part of the picture with a heading and a plot. */
  private record Band(int height, Drawing drawing) {
    interface Drawing {
      void on(Canvas canvas, Area area);
    }

    int whole() {
      return ABOVE_PLOT + height + BELOW_PLOT;
    }
  }

  CommunityPainter(Face face, CommunityChart chart) {
    this.face = face;
    this.chart = chart;
    this.labels = chart.labels();
    this.axis = chart.axis();
  }

  byte[] png() {
    List<Band> bands = bands();
    int bottom = TOP + bands.stream().mapToInt(Band::whole).sum() - BELOW_PLOT;
    try (var canvas = new Canvas(face, WIDTH, bottom + FOOT)) {
      String title = canvas.fitting(labels.title(), TITLE, RIGHT_EDGE - LEFT_EDGE);
      canvas.text(title, LEFT_EDGE, 66, TITLE, Ink.TEXT, RIGHT);
      int y = TOP;
      for (Band band : bands) {
        Area area = area(y + ABOVE_PLOT, band.height);
        entrances(canvas, area);
        band.drawing.on(canvas, area);
        y += band.whole();
      }
      new MonthAxis(axis.get(0).month(), axis.size(), labels.reader())
          .draw(canvas, area(bottom, 0));
      return canvas.png();
    }
  }

  private static Area area(int y, int height) {
    int x = LEFT_EDGE + Grid.NUMBERS;
    return new Area(x, y, RIGHT_EDGE - x, height);
  }

  private List<Band> bands() {
    var bands = new ArrayList<Band>();
    bands.add(new Band(HIGH, this::poems));
    if (axis.stream().anyMatch(month -> month.authors() > 0)) {
      bands.add(
          new Band(
              LOW, (on, area) -> counts(on, area, labels.authors(), Month::authors, Ink.PLUM)));
    }
    if (axis.stream().anyMatch(month -> month.likes() > 0)) {
      bands.add(
          new Band(LOW, (on, area) -> counts(on, area, labels.likes(), Month::likes, Ink.RUST)));
    }
    if (!chart.judged().isEmpty()) {
      bands.add(new Band(HIGH, this::models));
    }
    return bands;
  }

  private void entrances(Canvas canvas, Area area) {
    chart.judged().stream()
        .filter(Model::entered)
        .mapToDouble(model -> area.across(chart.monthsIn(model.at()) / axis.size()))
        .forEach(x -> canvas.line(x, area.y() - 4, x, area.bottom(), 1.5f, Ink.STONE));
  }

  private void poems(Canvas canvas, Area area) {
    var key = new Key(canvas, RIGHT_EDGE, area.y() - 20);
    key.box(labels.rejected(), Ink.STONE);
    key.box(labels.waiting(), Ink.OCHRE);
    key.box(labels.approved(), Ink.DEEP);
    heading(canvas, area, labels.poems(), key.left());
    bars(
        canvas,
        area,
        Scale.counting(most(Month::poems), 4),
        List.of(
            new Plots.Layer(heights(Month::approved), Ink.DEEP),
            new Plots.Layer(heights(Month::waiting), Ink.OCHRE),
            new Plots.Layer(heights(Month::rejected), Ink.STONE)));
  }

  private void counts(
      Canvas canvas, Area area, String name, ToIntFunction<Month> count, Color ink) {
    heading(canvas, area, name, RIGHT_EDGE);
    bars(
        canvas,
        area,
        Scale.counting(most(count), 3),
        List.of(new Plots.Layer(heights(count), ink)));
  }

  private void bars(Canvas canvas, Area area, Scale scale, List<Plots.Layer> layers) {
    Grid.draw(canvas, area, scale, labels.reader());
    new Plots(face, canvas).bars(area, scale, layers);
    canvas.line(area.x(), area.bottom(), area.right(), area.bottom(), 1.5f, Ink.STONE);
  }

  private void models(Canvas canvas, Area area) {
    var plot = new ModelPlot(canvas, chart, area);
    Key key = plot.key(RIGHT_EDGE, area.y() - 20);
    heading(canvas, area, labels.perplexity(), key.left());
    plot.draw(new Plots(face, canvas));
  }

  private List<Integer> heights(ToIntFunction<Month> count) {
    return axis.stream().map(count::applyAsInt).toList();
  }

  private int most(ToIntFunction<Month> count) {
    return axis.stream().mapToInt(count).max().orElse(0);
  }

  private static void heading(Canvas canvas, Area area, String text, double edge) {
    String shown = canvas.fitting(text, HEADING, edge - LEFT_EDGE - 24);
    canvas.text(shown, LEFT_EDGE, area.y() - 20, HEADING, Ink.TEXT, RIGHT);
  }
}
