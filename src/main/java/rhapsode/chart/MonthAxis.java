package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.MIDDLE;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Names months below a plot, as many as there is room for, with the year below the first of each.
 *
 * @param count months, each as wide as any other
 */
record MonthAxis(YearMonth first, int count, Locale reader) {
  private static final int[] STEPS = {1, 2, 3, 6, 12};
  private static final float SIZE = 28;
  private static final double ROOM = 76;

  void draw(Canvas canvas, Area area) {
    double slot = (double) area.width() / count;
    int step = IntStream.of(STEPS).filter(s -> s * slot >= ROOM).findFirst().orElse(12);
    DateTimeFormatter name = DateTimeFormatter.ofPattern("LLL", reader);
    int year = 0;
    for (int i = 0; i < count; i++) {
      YearMonth month = first.plusMonths(i);
      if ((month.getMonthValue() - 1) % step == 0) {
        double x = area.x() + (i + 0.5) * slot;
        canvas.text(name.format(month), x, area.y() + 34, SIZE, Ink.QUIET, MIDDLE);
        if (month.getYear() != year) {
          year = month.getYear();
          canvas.text("" + year, x, area.y() + 64, SIZE, Ink.QUIET, MIDDLE);
        }
      }
    }
  }
}
