package rhapsode.testing.fuzz;

import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A target under fire: makes inputs out of a seed, checks each under a watch, and makes the first
 * that fails as small as it can. Input number {@code i} depends on the seed, the target's name and
 * {@code i} alone, so that a failure comes back with {@code -Drhapsode.fuzz.seed} and {@code
 * -Drhapsode.fuzz.index}. Immutable.
 *
 * @param <T> what the target is fed with; not to be changed by a check
 */
public final class Fuzz<T> {
  /** The seed when none is given. */
  private static final long SEED = 20_261_126;

  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** More than this for one input is a memory blow-up. */
  private static final long MOST_BYTES = 512L << 20;

  private final String target;
  private final Generator<T> generator;
  private final Shrinker<T> shrinker;
  private final Watch.Limits limits;

  /** Makes inputs. */
  public interface Generator<T> {
    T next(Random random);
  }

  /** What has to hold; whatever it throws is a failure. */
  public interface Check<T> {
    void of(T input) throws Throwable;
  }

  private Fuzz(String target, Generator<T> generator, Shrinker<T> shrinker, Watch.Limits limits) {
    this.target = target;
    this.generator = generator;
    this.shrinker = shrinker;
    this.limits = limits;
  }

  /** A target that takes a second and 512 MB for an input at most. */
  public static <T> Fuzz<T> of(String target, Generator<T> generator, Shrinker<T> shrinker) {
    return new Fuzz<>(target, generator, shrinker, new Watch.Limits(LONGEST, MOST_BYTES));
  }

  /** The same with another time for each input. */
  public Fuzz<T> within(Duration longest) {
    return new Fuzz<>(target, generator, shrinker, new Watch.Limits(longest, limits.mostBytes()));
  }

  /** Inputs of a kind: a few thousand, or as many as the system property says. */
  public static int count(String property, int otherwise) {
    return Integer.getInteger("rhapsode.fuzz." + property, otherwise);
  }

  /**
   * Checks inputs, one after another.
   *
   * @return what it cost
   * @throws AssertionError at the first failure, with the smallest input that was found for it
   */
  public Tally run(int inputs, Check<T> check) {
    long seed = Long.getLong("rhapsode.fuzz.seed", SEED);
    int only = Integer.getInteger("rhapsode.fuzz.index", -1);
    var tally = new Tally(target, seed);
    try (var watch = new Watch(limits)) {
      for (int index = Math.max(0, only); index < (only < 0 ? inputs : only + 1); index++) {
        T input = generator.next(random(seed, index));
        Watch.Outcome outcome = watch.over(() -> check.of(input));
        if (outcome.failure().isPresent()) {
          throw failed(watch, check, input, outcome, seed, index);
        }
        tally.add(index, outcome);
      }
    }
    System.out.println(tally);
    return tally;
  }

  private Random random(long seed, int index) {
    long mixed = new SplittableRandom(seed ^ ((long) target.hashCode() << 32) ^ index).nextLong();
    return new Random(mixed);
  }

  private AssertionError failed(
      Watch watch, Check<T> check, T input, Watch.Outcome outcome, long seed, int index) {
    Throwable failure = outcome.failure().orElseThrow();
    // What hangs for good would hang once more for each try.
    T small =
        outcome.abandoned()
            ? input
            : shrinker.smallest(
                input,
                candidate ->
                    watch
                        .over(() -> check.of(candidate))
                        .failure()
                        .filter(other -> other.getClass() == failure.getClass())
                        .isPresent());
    return new AssertionError(
        "%s failed: -Drhapsode.fuzz.seed=%d -Drhapsode.fuzz.index=%d%n  smallest input: %s%n  %s"
            .formatted(target, seed, index, Shown.of(small), failure),
        failure);
  }
}
