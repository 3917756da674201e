package rhapsode.judge;

import java.util.Locale;

/** How a figure is written; as short as its interval allows. */
public enum Unit {
  SHARE,
  PERCENT,
  SECONDS;

  /** The figure and its 95 % interval, at most 19 characters. */
  String text(Figure figure) {
    return switch (this) {
      case SHARE -> text("%.3f (%.3f-%.3f)", figure, 1);
      case PERCENT ->
          figure.high() >= 0.1
              ? text("%.1f%% (%.1f-%.1f)", figure, 100)
              : text("%.2f%% (%.2f-%.2f)", figure, 100);
      case SECONDS -> text("%.2f (%.2f-%.2f)", figure, 1);
    };
  }

  private static String text(String format, Figure figure, double scale) {
    return String.format(
        Locale.ROOT, format, scale * figure.value(), scale * figure.low(), scale * figure.high());
  }
}
