package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  private Outbox outbox(TelegramSettings.Pace pace) {
    return new Outbox(pace, InstantSource.system(), timer, Duration.ofMillis(1));
  }

  private static <T> T soon(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void messagesOfOneChatKeepTheirOrderAndOthersDoNotWait() {
    Outbox outbox = outbox(RunningBot.ANY);
    var first = new CompletableFuture<String>();
    outbox.send(7, chat -> first);
    CompletableFuture<String> second =
        outbox.send(7, chat -> CompletableFuture.completedFuture("second"));
    assertEquals("other", soon(outbox.send(8, chat -> CompletableFuture.completedFuture("other"))));
    assertFalse(second.isDone());
    first.complete("first");
    assertEquals("second", soon(second));
    soon(outbox.empty());
  }

  @Test
  void aThousandFailuresOneAfterAnotherAreNoDeepRecursion() {
    Outbox outbox = outbox(RunningBot.ANY);
    for (int i = 0; i < 9_000; i++) {
      outbox.send(7, chat -> CompletableFuture.failedFuture(new IllegalStateException("x")));
    }
    soon(outbox.empty());
  }

  @Test
  void aBrokenConnectionIsTriedTenTimesAndARequestThatMayHaveArrivedIsNot() {
    Outbox outbox = outbox(RunningBot.ANY);
    var attempts = new AtomicInteger();
    CompletableFuture<String> given =
        outbox.send(
            7,
            chat -> {
              attempts.incrementAndGet();
              return CompletableFuture.failedFuture(new IOException("gone"));
            });
    assertThrows(CompletionException.class, () -> soon(given));
    assertEquals(10, attempts.get());
    CompletableFuture<String> late =
        outbox.send(
            7,
            chat -> {
              attempts.incrementAndGet();
              return CompletableFuture.failedFuture(new SocketTimeoutException("timeout"));
            });
    assertThrows(CompletionException.class, () -> soon(late));
    assertEquals(11, attempts.get());
  }

  @Test
  void aGroupGetsTwentyAMinuteAndAllChatsThirtyASecond() {
    TelegramSettings.Pace usual = TelegramSettings.Pace.USUAL;
    assertEquals(new TelegramSettings.Pace(3, 1, 20, 30), usual);
    Outbox outbox = outbox(new TelegramSettings.Pace(100, 100, 20, 1_000));
    for (int i = 0; i < 25; i++) {
      int number = i;
      outbox.send(-5, chat -> record("group " + number));
    }
    CompletableFuture<Boolean> twentieth = outbox.send(7, chat -> record("private"));
    assertTrue(soon(twentieth));
    awaitSent(21);
    assertFalse(sent.contains("group 20"), "the twenty-first waits for three seconds");
  }

  private CompletableFuture<Boolean> record(String what) {
    sent.add(what);
    return CompletableFuture.completedFuture(true);
  }

  private void awaitSent(int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (sent.size() < count) {
      assertTrue(System.nanoTime() < end, sent.toString());
      Thread.onSpinWait();
    }
  }

  @Test
  void aBucketIsArithmetic() {
    var bucket = new Bucket(2, 4);
    Instant noon = Instant.parse("2026-11-24T12:00:00Z");
    assertTrue(bucket.wait(noon).isZero());
    bucket.take(noon);
    bucket.take(noon);
    assertEquals(Duration.ofMillis(250), bucket.wait(noon));
    assertEquals(Duration.ofMillis(150), bucket.wait(noon.plusMillis(100)));
    assertTrue(bucket.wait(noon.plusMillis(250)).isZero());
    assertFalse(bucket.isFull(noon.plusMillis(250)));
    assertTrue(bucket.isFull(noon.plusSeconds(60)));
    assertTrue(bucket.wait(noon).isZero(), "a clock that is put back takes nothing away");
    bucket.take(noon);
    bucket.take(noon);
    assertTrue(bucket.wait(noon.plusMillis(250)).isZero(), "and from then on all is as before");
  }
}
