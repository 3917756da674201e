package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.RateLimits;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.SettableClock;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;
import rhapsode.wording.Phrase;

/** Somebody asks for more than they may have: a group of Telegram gets twenty messages a minute. */
class ThrottledChatTest {
  private static final long GROUP = -500;
  private static final String WAIT = "That is a lot at once";
  private static final String ELSEWHERE = "I have answered you in private.";

  private final SettableClock clock = new SettableClock();
  private final RunningBot bot =
      RunningBot.with(
          new Router(
              Fakes.commands(
                  new Fakes.FakePoet(),
                  new Community(),
                  new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy")))),
              new RateLimits(new RateLimits.Limits(6, 1, 30, 20), clock)));
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);
  private final FakeUser ada = telegram.user(8);

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  private long said(long chat, String words) {
    return telegram.messages(chat).stream().filter(m -> m.text().contains(words)).count();
  }

  /** What is said in a group is handled in order: whatever came before is answered by then. */
  private void settle(String seed) {
    ada.says("/poem " + seed, GROUP);
    telegram.awaitMessage(GROUP, "About " + seed);
  }

  @Test
  void aGroupHearsOnceAMinuteThatSomebodyHasToWait() {
    gus.says("/help");
    for (int i = 0; i < 30; i++) {
      gus.says("/poem moon", GROUP);
    }
    settle("sea");
    assertEquals(1, said(GROUP, "About moon"));
    telegram.awaitMessage(7, WAIT);
    telegram.awaitMessage(GROUP, ELSEWHERE);
    assertEquals(1, said(7, WAIT));
    assertEquals(1, said(GROUP, ELSEWHERE));
    clock.tick(Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      gus.says("/poem snow", GROUP);
    }
    settle("rain");
    telegram.await("told once more", () -> said(7, WAIT) == 2 && said(GROUP, ELSEWHERE) == 2);
    assertEquals(1, said(GROUP, "About snow"));
  }

  @Test
  void whatIsWrongCountsToo() {
    for (int i = 0; i < 30; i++) {
      gus.says("/poem moon temperature:9");
    }
    telegram.await("told each time", () -> telegram.messages(7).size() == 30);
    assertEquals(10, said(7, WAIT));
  }

  @Test
  void inPrivateOneIsToldEachTime() {
    for (int i = 0; i < 4; i++) {
      gus.says("/poem moon");
    }
    telegram.await("told each time", () -> said(7, WAIT) == 3);
  }

  @Test
  void aPressIsAnsweredEachTimeWhereOnlyWhoPressedSeesIt() {
    gus.says("/poem moon", GROUP);
    BotMessage poem = telegram.awaitMessage(GROUP, "About moon");
    for (int i = 0; i < 3; i++) {
      gus.presses(poem, "Another");
    }
    settle("sea");
    telegram.await(
        "three answers",
        () ->
            telegram.calls("answerCallbackQuery").stream()
                    .filter(call -> call.text("text").startsWith(WAIT))
                    .count()
                == 3);
    assertEquals(2, telegram.messages(GROUP).size());
    assertTrue(telegram.messages(7).isEmpty());
  }
}
