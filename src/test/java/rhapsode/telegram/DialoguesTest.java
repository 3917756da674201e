package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

/** What is remembered of questions that nobody has answered, and for how long. */
class DialoguesTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void aBotThatRunsOnForgetsThem() {
    var router =
        new Router(
            Fakes.commands(
                new Fakes.FakePoet(),
                new Community(),
                new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy")))));
    try (var bot = RunningBot.with(router, clock)) {
      bot.server.user(7).says("/submit A line / and another");
      bot.server.awaitMessage(7, "learn from this poem");
      assertEquals(List.of("7_7"), bot.kept("dialogues"));
      clock.tick(Dialogues.MEMORY.plusSeconds(1));
      bot.server.await("forgotten", () -> bot.kept("dialogues").isEmpty());
    }
  }
}
