package rhapsode.chart;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis with round numbers on it.
 *
 * @param low where it begins
 * @param step from one number to the next
 * @param steps how many there are
 */
record Scale(double low, double step, int steps) {
  private static final double[] ROUND = {1, 2, 5, 10};

  /**
   * From nought to at least this many; all numbers on it are whole.
   *
   * @param steps at most
   */
  static Scale counting(long most, int steps) {
    double step = Math.max(1, round((double) most / steps));
    return new Scale(0, step, (int) Math.max(1, Math.ceil(most / step)));
  }

  /**
   * Around these, both finite.
   *
   * @param steps about so many
   */
  static Scale around(double least, double most, int steps) {
    double room = Math.max(most - least, Math.abs(most) * 0.02 + 1e-6);
    double step = round(room / steps);
    double low = Math.floor((least - room * 0.05) / step) * step;
    return new Scale(low, step, (int) Math.ceil((most + room * 0.05 - low) / step - 1e-9));
  }

  private static double round(double rough) {
    if (rough <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    return DoubleStream.of(ROUND)
        .map(r -> r * power)
        .filter(r -> r >= rough * (1 - 1e-9))
        .min()
        .orElse(10 * power);
  }

  double high() {
    return low + step * steps;
  }

  double[] numbers() {
    return IntStream.rangeClosed(0, steps).mapToDouble(i -> low + i * step).toArray();
  }

  /** How far up a value is, from 0 at the foot to 1 at the head. */
  double share(double value) {
    return (value - low) / (high() - low);
  }

  /** One of its numbers, with as many decimals as they need. */
  String text(double number, Locale reader) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    NumberFormat format = NumberFormat.getNumberInstance(reader);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }
}
