package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.RIGHT;

import java.util.List;
import rhapsode.chart.CommunityChart.Model;

/**
 * The perplexity of models over time: a stem from what a model grew from down to what it became,
 * and a line along those that entered service, of which the last is named. Not thread-safe.
 */
final class ModelPlot {
  private static final int MOST_STEPS = 4;
  private static final float NAME = 29;
  private static final int WIDEST_NAME = 360;

  /** Below the lowest perplexity, for the name, as a share of the rest. */
  private static final double ROOM_BELOW = 0.3;

  private final Canvas canvas;
  private final CommunityChart chart;
  private final Area area;
  private final List<Model> entered;
  private final Scale scale;

  ModelPlot(Canvas canvas, CommunityChart chart, Area area) {
    this.canvas = canvas;
    this.chart = chart;
    this.area = area;
    List<Model> models = chart.judged();
    entered = models.stream().filter(Model::entered).toList();
    double least = models.stream().mapToDouble(Model::lower).min().orElseThrow();
    double most = models.stream().mapToDouble(Model::upper).max().orElseThrow();
    scale = Scale.around(least - ROOM_BELOW * (most - least), most, MOST_STEPS);
  }

  void draw(Plots plots) {
    Grid.draw(canvas, area, scale, chart.labels().reader());
    for (Model model : chart.judged()) {
      double x = across(model);
      canvas.line(x, up(model.before()), x, up(model.after()), 6, Ink.STONE);
    }
    if (!entered.isEmpty()) {
      List<Plots.Point> points =
          entered.stream()
              .map(model -> new Plots.Point(chart.monthsIn(model.at()), model.after()))
              .toList();
      plots.lines(area, 0, chart.axis().size(), scale, List.of(new Plots.Path(points, Ink.DEEP)));
    }
    for (Model model : chart.judged()) {
      if (model.entered()) {
        canvas.dot(across(model), up(model.after()), 8, Ink.DEEP);
      } else {
        canvas.ring(across(model), up(model.after()), 8, Ink.STONE);
      }
    }
    if (!entered.isEmpty()) {
      name(entered.get(entered.size() - 1));
    }
  }

  private double across(Model model) {
    return area.across(chart.monthsIn(model.at()) / chart.axis().size());
  }

  private double up(double perplexity) {
    return area.up(scale.share(perplexity));
  }

  private void name(Model model) {
    String name = canvas.fitting(model.name(), NAME, WIDEST_NAME);
    String shown = name + " " + chart.number(model.after());
    double width = canvas.width(shown, NAME);
    double baseline = up(model.after()) + (rose() ? -20 : 38);
    double right = across(model) + 12;
    double x = right + width < area.right() ? right : across(model) - 12 - width;
    canvas.box(x - 4, baseline - 22, width + 8, 30, Ink.PAPER);
    canvas.text(shown, x, baseline, NAME, Ink.DEEP, RIGHT);
  }

  /** Whether the line comes from below, so that the name has to stand above. */
  private boolean rose() {
    int last = entered.size() - 1;
    return last > 0 && entered.get(last - 1).after() < entered.get(last).after();
  }

  /** Sets what its marks mean before a point of a baseline. */
  Key key(double right, double y) {
    var key = new Key(canvas, right, y);
    if (entered.size() < chart.judged().size()) {
      key.ring(chart.labels().stayed(), Ink.STONE);
    }
    key.dot(chart.labels().entered(), Ink.DEEP);
    return key;
  }
}
