package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.testing.SettableClock;

/** Six poems a minute, three at once; thirty in a community; twenty other commands. */
class RateLimitsTest {
  private final SettableClock clock = new SettableClock();
  private final RateLimits manners = new RateLimits(new RateLimits.Limits(6, 3, 30, 20), clock);

  private Optional<String> asks(String id, Cost cost) {
    return asks(new Person("test", id, "Gus", Rank.MEMBER), "here", cost);
  }

  private Optional<String> asks(Person who, String where, Cost cost) {
    return manners
        .refusal(new Invocation(who, where, "poem", Map.of()), cost)
        .map(refusal -> refusal.why().english());
  }

  /** Whether somebody who is refused is told for the first time in a while. */
  private boolean isNews(String id, String where, Cost cost) {
    var who = new Person("test", id, "Gus", Rank.MEMBER);
    return !manners
        .refusal(new Invocation(who, where, "poem", Map.of()), cost)
        .orElseThrow()
        .again();
  }

  private long allowed(int times, String id, Cost cost) {
    return IntStream.range(0, times).filter(i -> asks(id, cost).isEmpty()).count();
  }

  @Test
  void somePoemsAtOnceAndThenOneEveryTenSeconds() {
    assertEquals(3, allowed(4, "1", Cost.POEM));
    Optional<String> wait = Optional.of("That is a lot at once; please try again in 10 seconds.");
    assertEquals(wait, asks("1", Cost.POEM));
    clock.tick(Duration.ofSeconds(9));
    assertEquals(
        Optional.of("That is a lot at once; please try again in 1 second."), asks("1", Cost.POEM));
    clock.tick(Duration.ofSeconds(1));
    assertEquals(1, allowed(5, "1", Cost.POEM));
    clock.tick(Duration.ofMinutes(10));
    assertEquals(3, allowed(5, "1", Cost.POEM));
  }

  @Test
  void whoKeepsToSixAMinuteIsNeverRefused() {
    for (int i = 0; i < 600; i++) {
      assertEquals(Optional.empty(), asks("1", Cost.POEM));
      clock.tick(Duration.ofSeconds(10));
    }
  }

  @Test
  void whoAsksAllTheTimeGetsSixAMinute() {
    int poems = 0;
    for (int second = 0; second < 3600; second++) {
      poems += asks("1", Cost.POEM).isEmpty() ? 1 : 0;
      clock.tick(Duration.ofSeconds(1));
    }
    assertEquals(6 * 60 + 3 - 1, poems, 1);
  }

  @Test
  void oneDoesNotWaitForAnother() {
    allowed(9, "1", Cost.POEM);
    assertEquals(3, allowed(9, "2", Cost.POEM));
    var sameIdElsewhere = new Person("other", "1", "Gus", Rank.MEMBER);
    assertEquals(Optional.empty(), asks(sameIdElsewhere, "here", Cost.POEM));
  }

  @Test
  void otherCommandsAreCountedByThemselves() {
    allowed(9, "1", Cost.POEM);
    assertEquals(20, allowed(40, "1", Cost.LITTLE));
    assertEquals(
        Optional.of("That is a lot at once; please try again in 3 seconds."),
        asks("1", Cost.LITTLE));
  }

  @Test
  void aCommunityHasALimitOfItsOwn() {
    for (int person = 0; person < 30; person++) {
      assertEquals(Optional.empty(), asks("p" + person, Cost.POEM));
    }
    assertEquals(
        Optional.of("Many poems were asked for here just now; please try again in 2 seconds."),
        asks("late", Cost.POEM));
    var late = new Person("test", "late", "Late", Rank.MEMBER);
    for (int i = 0; i < 3; i++) {
      assertEquals(Optional.empty(), asks(late, "elsewhere", Cost.POEM), "nothing was lost here");
    }
    assertTrue(asks(late, "elsewhere", Cost.POEM).isPresent());
    assertEquals(Optional.empty(), asks("late", Cost.LITTLE));
  }

  @Test
  void ownersAreNeverRefused() {
    var owner = new Person("test", "1", "Olga", Rank.OWNER);
    for (int i = 0; i < 1000; i++) {
      assertEquals(Optional.empty(), asks(owner, "here", Cost.POEM));
    }
    assertEquals(0, manners.size());
  }

  @Test
  @Timeout(60)
  void manyThreadsGetNoMoreThanOne() throws Exception {
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int own = thread;
        tasks.add(
            () ->
                IntStream.range(0, 2_000)
                    .filter(i -> asks("p" + (i + own) % 100, Cost.POEM).isEmpty())
                    .count());
      }
      long poems = 0;
      for (Future<Long> count : pool.invokeAll(tasks)) {
        poems += count.get();
      }
      assertEquals(30, poems);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whoHasGoneIsForgotten() {
    int most = 0;
    for (int i = 0; i < 60_000; i++) {
      asks(new Person("test", "p" + i, "x", Rank.MEMBER), "c" + i, Cost.POEM);
      clock.tick(Duration.ofMillis(100));
      most = Math.max(most, manners.size());
    }
    // Two buckets for each who asked within the last two minutes, ten a second.
    assertTrue(most <= 2 * 2 * 600, "remembered " + most);
    clock.tick(Duration.ofHours(1));
    asks("last", Cost.LITTLE);
    assertEquals(1, manners.size());
  }

  @Test
  void nobodyIsForgottenWhoMustWait() {
    clock.tick(Duration.ofSeconds(59));
    assertEquals(20, allowed(40, "1", Cost.LITTLE));
    clock.tick(Duration.ofSeconds(2));
    assertEquals(0, allowed(1, "1", Cost.LITTLE), "the buckets were turned over meanwhile");
    clock.tick(Duration.ofSeconds(58));
    assertEquals(20, allowed(40, "1", Cost.LITTLE));
  }

  @Test
  void whoDoesNotWaitIsToldOnceAMinute() {
    allowed(3, "1", Cost.POEM);
    assertTrue(isNews("1", "here", Cost.POEM));
    assertFalse(isNews("1", "here", Cost.POEM));
    assertFalse(isNews("1", "elsewhere", Cost.POEM));
    clock.tick(Duration.ofSeconds(59));
    allowed(3, "1", Cost.POEM);
    assertFalse(isNews("1", "here", Cost.POEM));
    clock.tick(Duration.ofSeconds(1));
    assertTrue(isNews("1", "here", Cost.POEM));
    allowed(20, "1", Cost.LITTLE);
    assertTrue(isNews("1", "here", Cost.LITTLE), "of something else");
    assertFalse(isNews("1", "here", Cost.LITTLE));
  }

  @Test
  void ofALimitForAllEachIsTold() {
    for (int person = 0; person < 30; person++) {
      asks("p" + person, Cost.POEM);
    }
    for (String late : List.of("late", "later")) {
      assertTrue(isNews(late, "here", Cost.POEM));
      assertFalse(isNews(late, "here", Cost.POEM));
    }
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyOut() {
    allowed(9, "1", Cost.POEM);
    clock.set(Instant.EPOCH);
    assertEquals(3, allowed(9, "1", Cost.POEM));
    clock.tick(Duration.ofSeconds(10));
    assertEquals(1, allowed(9, "1", Cost.POEM));
  }

  @Test
  void limitsThatNobodyCouldKeepAreRefused() {
    for (int[] wrong : new int[][] {{0, 0, 1, 1}, {2, 3, 1, 1}, {1, 1, 0, 1}, {1, 1, 1, 0}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new RateLimits.Limits(wrong[0], wrong[1], wrong[2], wrong[3]));
    }
  }
}
