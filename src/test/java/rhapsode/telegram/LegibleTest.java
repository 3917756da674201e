package rhapsode.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.wording.Phrase;

class LegibleTest {
  /** Found by fuzzing: it was fetched for ever, and nothing after it was answered. */
  @Test
  void anUpdateThatCannotBeReadDoesNotKeepTheOthersFromBeingFetched() throws IOException {
    var router =
        new Router(
            Fakes.commands(
                new Fakes.FakePoet(),
                new Community(),
                new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy")))));
    try (var bot = RunningBot.waiting(router)) {
      bot.server.sendRaw(json("{\"update_id\":900,\"message\":{\"date\":{}}}"));
      bot.server.sendRaw(json("{\"update_id\":\"none\"}"));
      bot.server.user(7).says("/poem moon");
      bot.start();
      bot.server.await("no answer", Duration.ofMinutes(1), () -> !bot.server.messages(7).isEmpty());
      assertEquals(1, bot.server.messages(7).size());
    }
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(text);
  }

  @Test
  void ofWhatCannotBeReadTheNumberStays() {
    Update update =
        Legible.update("{\"update_id\":5,\"message\":[]}".getBytes(UTF_8)).orElseThrow();
    assertEquals(5, update.getUpdateId());
    assertNull(update.getMessage());
  }

  @Test
  void whatHasNoNumberIsNoUpdate() {
    for (String text : new String[] {"", "x", "[]", "{}", "{\"update_id\":99999999999}", "\"a\""}) {
      assertTrue(Legible.update(text.getBytes(UTF_8)).isEmpty(), text);
    }
  }

  /** Found by fuzzing: the webhook broke the connection off. */
  @Test
  void whatIsTakenForAnotherEncodingIsNoUpdate() {
    assertTrue(Legible.update(new byte[] {0, 0, 0, '{', 0x7F, 0x7F, 0x7F, 0x7F}).isEmpty());
  }
}
