package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.testing.telegram.Call;
import rhapsode.testing.telegram.FakeTelegram;

/** Telegram forgets "typing" after five seconds. */
class WorkingTest {
  private static final Place PRIVATE = new Place(7, null, 1);

  private final QuietLine quiet = new QuietLine();
  private final FakeTelegram telegram = quiet.telegram;
  private final ManualTimer timer = quiet.timer;
  private final Line line = quiet.of(List.of());

  @AfterEach
  void close() {
    quiet.close();
  }

  private List<Call> shown(int times) {
    telegram.await(times + " times typing", () -> telegram.calls("sendChatAction").size() >= times);
    List<Call> calls = telegram.calls("sendChatAction");
    assertEquals(times, calls.size());
    return calls;
  }

  @Test
  void typingIsShownAtOnceAndEveryFourSecondsUntilTheWorkEnds() {
    Working working = Working.in(line, PRIVATE);
    timer.settle();
    shown(1);
    timer.advance(Duration.ofMillis(3_999));
    shown(1);
    timer.advance(Duration.ofMillis(1));
    shown(2);
    timer.advance(Duration.ofSeconds(8));
    shown(4);
    working.end();
    timer.advance(Duration.ofMinutes(1));
    shown(4);
    assertEquals(0, timer.waiting());
  }

  @Test
  void workThatNeverEndsIsShownForFiveMinutes() {
    Working.in(line, PRIVATE);
    timer.advance(Duration.ofMinutes(20));
    shown(75);
    assertEquals(0, timer.waiting());
  }

  @Test
  void aTopicIsToldItsOwn() {
    Working working = Working.in(line, new Place(-500, 42, 1));
    timer.settle();
    Call call = shown(1).get(0);
    assertEquals(-500, call.chat());
    assertEquals("42", call.text("message_thread_id"));
    working.end();
  }
}
