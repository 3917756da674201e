package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How fast messages leave, by a clock that stands still: Telegram's own limits. */
class PaceTest {
  private static final long GROUP = -1_001_234_567_890L;

  private final ManualTimer timer = new ManualTimer();
  private final Outbox outbox =
      new Outbox(TelegramSettings.Pace.USUAL, timer, timer, Duration.ofMillis(500));
  private final List<Long> sent = new ArrayList<>();

  private void send(long chat, int messages) {
    for (int i = 0; i < messages; i++) {
      outbox.send(
          chat,
          to -> {
            sent.add(to);
            return CompletableFuture.completedFuture(true);
          });
    }
    timer.settle();
  }

  private int sentTo(long chat) {
    return (int) sent.stream().filter(to -> to == chat).count();
  }

  @Test
  void aChatGetsAShortBurstAndThenOneASecond() {
    send(7, 10);
    assertEquals(3, sentTo(7));
    timer.advance(Duration.ofMillis(999));
    assertEquals(3, sentTo(7));
    timer.advance(Duration.ofMillis(1));
    assertEquals(4, sentTo(7));
    timer.advance(Duration.ofSeconds(6));
    assertEquals(10, sentTo(7));
  }

  @Test
  void aGroupGetsTwentyInAnyMinuteAndPrivateChatsDoNotWaitForIt() {
    send(GROUP, 60);
    timer.advance(Duration.ofMillis(59_999));
    assertEquals(20, sentTo(GROUP));
    timer.advance(Duration.ofMinutes(1));
    assertEquals(40, sentTo(GROUP));
    send(7, 1);
    assertEquals(1, sentTo(7));
  }

  @Test
  void allChatsTogetherGetThirtyInAnySecond() {
    for (int chat = 1; chat <= 100; chat++) {
      send(chat, 1);
    }
    timer.advance(Duration.ofMillis(999));
    assertEquals(30, sent.size());
    timer.advance(Duration.ofSeconds(1));
    assertEquals(60, sent.size());
    timer.advance(Duration.ofSeconds(2));
    assertEquals(100, sent.size());
  }

  @Test
  void aClockThatIsPutBackTakesNothingAway() {
    var window = new Window(1, Duration.ofMinutes(1));
    window.take(timer.instant());
    assertEquals(Duration.ofMinutes(1), window.wait(timer.instant()));
    assertEquals(Duration.ZERO, window.wait(timer.instant().minusSeconds(1)));
  }

  @Test
  void aWaitIsAWholeNumberOfMillisecondsAndLongEnough() {
    var window = new Window(1, Duration.ofMillis(5));
    window.take(timer.instant().plusNanos(1));
    assertEquals(Duration.ofMillis(5), window.wait(timer.instant().plusNanos(2)));
  }
}
