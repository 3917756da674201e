package rhapsode.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Figures with their 95 % intervals by the percentile bootstrap: the poems are drawn anew with
 * replacement, {@value #RESAMPLES} times, and the middle 95 % of the figures kept (Efron 1979,
 * "Bootstrap Methods: Another Look at the Jackknife"). The same poems give the same interval. Pure.
 */
final class Bootstrap {
  private static final int RESAMPLES = 1000;
  private static final double OUTSIDE = 0.025;

  private Bootstrap() {}

  /** All hits over all cases; empty if no poem counts. */
  static Optional<Figure> share(List<Tally> tallies) {
    List<Tally> counted = tallies.stream().filter(tally -> tally.cases() > 0).toList();
    return figure(
        counted.size(),
        poems -> {
          double hits = 0;
          double cases = 0;
          for (int poem : poems) {
            hits += counted.get(poem).hits();
            cases += counted.get(poem).cases();
          }
          return hits / cases;
        });
  }

  /**
   * A quantile of one value a poem; empty without values.
   *
   * @param share from 0 (the least) to 1 (the greatest)
   */
  static Optional<Figure> quantile(double[] values, double share) {
    return figure(
        values.length,
        poems ->
            quantileOfSorted(Arrays.stream(poems).mapToDouble(i -> values[i]).sorted(), share));
  }

  private static double quantileOfSorted(java.util.stream.DoubleStream sorted, double share) {
    double[] values = sorted.toArray();
    return values[(int) Math.round(share * (values.length - 1))];
  }

  private static Optional<Figure> figure(int poems, ToDoubleFunction<int[]> statistic) {
    if (poems == 0) {
      return Optional.empty();
    }
    var random = new Random(1);
    var drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      drawn[i] = statistic.applyAsDouble(random.ints(poems, 0, poems).toArray());
    }
    Arrays.sort(drawn);
    int outside = (int) (OUTSIDE * RESAMPLES);
    double value = statistic.applyAsDouble(java.util.stream.IntStream.range(0, poems).toArray());
    return Optional.of(new Figure(value, drawn[outside], drawn[RESAMPLES - 1 - outside], poems));
  }
}
