package rhapsode.judge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns poems into one figure. Implementations are pure. */
@FunctionalInterface
interface Measure {
  /** The figure; empty if no poem counts. */
  Optional<Figure> of(List<Exhibit> poems);

  /** The share of a metric over all poems: long poems weigh more if it counts lines or words. */
  static Measure share(Metric metric) {
    return poems -> Bootstrap.share(poems.stream().map(metric::of).toList());
  }

  /** A quantile of the seconds that the writing took. */
  static Measure seconds(double share) {
    return poems ->
        Bootstrap.quantile(
            poems.stream()
                .flatMap(poem -> poem.took().stream())
                .mapToDouble(Measure::seconds)
                .toArray(),
            share);
  }

  private static double seconds(Duration took) {
    return took.toNanos() / 1e9;
  }
}
