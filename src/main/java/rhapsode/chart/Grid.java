package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.LEFT;

import java.util.Locale;

/** The numbers of a scale beside a plot, and hairlines through it. */
final class Grid {
  /** Of the numbers, points. */
  static final float SIZE = 28;

  /** How much room the numbers take left of the plot, points. */
  static final int NUMBERS = 72;

  private Grid() {}

  static void draw(Canvas canvas, Area area, Scale scale, Locale reader) {
    for (double number : scale.numbers()) {
      double y = area.up(scale.share(number));
      canvas.line(area.x(), y, area.right(), y, 1.5f, Ink.GRID);
      String text = scale.text(number, reader);
      canvas.text(text, area.x() - 12, y + 9, SIZE, Ink.QUIET, LEFT);
    }
  }
}
