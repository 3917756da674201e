package rhapsode.chat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rhapsode.wording.Phrase;

/**
 * Manners by token buckets, one a person and one a community: so much at once, and then as fast as
 * the bucket fills again. Owners are never refused. Thread-safe.
 */
public final class RateLimits implements Manners {
  /** In this time every bucket is full again, whatever was taken out of it. */
  private static final Duration FULL = Duration.ofMinutes(1);

  /**
   * What is allowed.
   *
   * @param poemsPerMinute of one person, at least 1
   * @param poemsAtOnce of one person, 1 to {@code poemsPerMinute}
   * @param poemsPerMinuteInACommunity of all its people together, also at once; at least 1
   * @param othersPerMinute commands of one person that write no poem, also at once; at least 1
   */
  public record Limits(
      int poemsPerMinute, int poemsAtOnce, int poemsPerMinuteInACommunity, int othersPerMinute) {
    public Limits {
      if (poemsAtOnce < 1
          || poemsPerMinute < poemsAtOnce
          || poemsPerMinuteInACommunity < 1
          || othersPerMinute < 1) {
        throw new IllegalArgumentException("limits that nobody could keep");
      }
    }
  }

  /** What is counted. */
  private enum Count {
    POEMS,
    POEMS_HERE,
    OTHERS
  }

  /** Whose bucket it is. */
  private record Key(Count count, String platform, String id) {}

  private final Limits limits;
  private final InstantSource clock;
  private final TimeMeter meter;
  private Map<Key, Allowance> recent = new HashMap<>();
  private Map<Key, Allowance> earlier = new HashMap<>();
  private Instant turned;

  public RateLimits(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    meter = new Meter(clock);
    turned = clock.instant();
  }

  /** The clock as buckets read it. */
  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  @Override
  public Optional<Refusal> refusal(Invocation invocation, Cost cost) {
    Person person = invocation.person();
    if (person.owner()) {
      return Optional.empty();
    }
    Count count = cost == Cost.LITTLE ? Count.OTHERS : Count.POEMS;
    Allowance own = allowance(new Key(count, person.platform(), person.id()));
    Optional<Long> wait = wait(own.bucket);
    if (wait.isPresent() || cost == Cost.LITTLE) {
      return wait.map(seconds -> refusal("router.wait", seconds, own));
    }
    var here = new Key(Count.POEMS_HERE, person.platform(), invocation.community());
    wait = wait(allowance(here).bucket);
    if (wait.isPresent()) {
      own.bucket.addTokens(1); // They got nothing for it.
    }
    return wait.map(seconds -> refusal("router.wait-here", seconds, own));
  }

  private Refusal refusal(String key, long seconds, Allowance own) {
    return new Refusal(Phrase.of(key, seconds), own.isTold(clock.instant()));
  }

  /** What somebody may still take, and when they heard last that it is not enough. */
  private static final class Allowance {
    private final Bucket bucket;
    private Instant told = Instant.MIN;

    Allowance(Bucket bucket) {
      this.bucket = bucket;
    }

    /** Whether they have heard it not long ago; else they do now. */
    synchronized boolean isTold(Instant now) {
      if (!now.isBefore(told) && now.isBefore(told.plus(FULL))) {
        return true;
      }
      told = now;
      return false;
    }
  }

  /** Takes one token, or tells in how many seconds there will be one. */
  private static Optional<Long> wait(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(
            Math.max(
                1, Duration.ofNanos(probe.getNanosToWaitForRefill() + 999_999_999).toSeconds()));
  }

  /**
   * The allowance of somebody. One that was not used for {@link #FULL} is as good as new, so it is
   * forgotten: by throwing away, each time that {@link #FULL} has gone by, all that were not used
   * since the last time.
   */
  private synchronized Allowance allowance(Key key) {
    Instant now = clock.instant();
    boolean setBack = now.isBefore(turned); // Buckets would stay empty until the old time comes.
    if (setBack || !now.isBefore(turned.plus(FULL))) {
      earlier = setBack || !now.isBefore(turned.plus(FULL.multipliedBy(2))) ? Map.of() : recent;
      recent = new HashMap<>();
      turned = now;
    }
    return recent.computeIfAbsent(
        key,
        k -> Optional.ofNullable(earlier.get(k)).orElseGet(() -> new Allowance(full(k.count()))));
  }

  private Bucket full(Count count) {
    int perMinute =
        switch (count) {
          case POEMS -> limits.poemsPerMinute();
          case POEMS_HERE -> limits.poemsPerMinuteInACommunity();
          case OTHERS -> limits.othersPerMinute();
        };
    int atOnce = count == Count.POEMS ? limits.poemsAtOnce() : perMinute;
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(meter)
        .build();
  }

  /** How many allowances are remembered. */
  synchronized int size() {
    return recent.size() + earlier.size();
  }
}
