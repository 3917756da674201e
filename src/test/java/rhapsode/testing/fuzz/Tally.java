package rhapsode.testing.fuzz;

import java.util.Locale;

/** What a target's inputs cost. Not thread-safe. */
public final class Tally {
  private final String target;
  private final long seed;
  private final long begun = System.nanoTime();
  private int inputs;
  private long slowest;
  private int slowestIndex;
  private long largest;

  Tally(String target, long seed) {
    this.target = target;
    this.seed = seed;
  }

  void add(int index, Watch.Outcome outcome) {
    inputs++;
    largest = Math.max(largest, outcome.bytes());
    if (outcome.nanos() > slowest) {
      slowest = outcome.nanos();
      slowestIndex = index;
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "fuzz | %s | seed %d | %,d inputs | %.1f s | slowest %.1f ms (no. %d) | most %.1f MB",
        target,
        seed,
        inputs,
        (System.nanoTime() - begun) / 1e9,
        slowest / 1e6,
        slowestIndex,
        largest / 1e6);
  }
}
