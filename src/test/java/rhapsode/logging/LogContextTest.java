package rhapsode.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogContextTest {
  private static Optional<String> now() {
    return LogContext.current().request();
  }

  @Test
  void workIsDoneInItsContextAndTheThreadGoesBackToTheFormerOne() {
    LogContext.of("outer")
        .run(
            () -> {
              assertEquals(Optional.of("inner"), LogContext.of("inner").call(LogContextTest::now));
              assertEquals(Optional.of("outer"), now());
              assertEquals(
                  Optional.empty(), new LogContext(Optional.empty()).call(LogContextTest::now));
              assertEquals(Optional.of("outer"), now());
            });
    assertEquals(Optional.empty(), now());
  }

  @Test
  void workThatBreaksOffLeavesNothingBehind() {
    assertThrows(
        IllegalStateException.class,
        () ->
            LogContext.of("a")
                .run(
                    () -> {
                      throw new IllegalStateException();
                    }));
    assertEquals(Optional.empty(), now());
  }

  @Test
  void anotherThreadTakesItAlong() {
    LogContext captured = LogContext.of("a").call(LogContext::current);
    assertEquals(
        Optional.of("a"),
        CompletableFuture.supplyAsync(() -> captured.call(LogContextTest::now)).join());
  }

  @Test
  void idsAreShortPlainAndHardlyEverTheSame() {
    var ids = new RequestIds(new Random(1));
    var seen = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) {
      String id = ids.get();
      assertTrue(id.matches("[2-9b-df-hj-kmnp-tv-xz]{8}"), id);
      seen.add(id);
    }
    assertEquals(10_000, seen.size());
  }
}
