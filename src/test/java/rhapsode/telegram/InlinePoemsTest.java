package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.chat.Router;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.telegram.Call;
import rhapsode.testing.telegram.FakeTelegram;

/** Who types has a query sent for every few letters. */
class InlinePoemsTest {
  private static final Duration TO_TYPE_ON = Duration.ofMillis(400);

  private final QuietLine quiet = new QuietLine();
  private final FakeTelegram telegram = quiet.telegram;
  private final ManualTimer timer = quiet.timer;
  private final Fakes.FakePoet poet = new Fakes.FakePoet();
  private final Router router =
      new Router(Fakes.commands(poet, new Community(), new ManualSchool()));
  private final InlinePoems inline = new InlinePoems(quiet.of(router.descriptions()), router);

  @AfterEach
  void close() {
    quiet.close();
  }

  private CompletableFuture<?> types(long user, String query, String text) {
    var person = new Person("telegram", "" + user, "Gus", Rank.MEMBER);
    var scene = new Scene(new Place(user, null, 0), user, person, Locale.ENGLISH);
    return inline.answer(new Event.Typing(scene, query, text));
  }

  private List<String> answered() {
    return telegram.calls("answerInlineQuery").stream()
        .map((Call call) -> call.text("inline_query_id"))
        .sorted()
        .toList();
  }

  @Test
  void whatIsTypedOverIsNotWritten() {
    CompletableFuture<?> moon = types(7, "1", "moon");
    timer.advance(TO_TYPE_ON.minusMillis(1));
    CompletableFuture<?> moonlight = types(7, "2", "moonlight");
    timer.advance(TO_TYPE_ON);
    CompletableFuture.allOf(moon, moonlight).join();
    assertEquals(List.of("2"), answered());
    assertEquals(3, poet.commissions.size());
    assertEquals("moonlight", poet.commissions.get(0).seed());
  }

  @Test
  void nobodyTypesOverWhatAnotherPersonTypes() {
    CompletableFuture<?> moon = types(7, "1", "moon");
    CompletableFuture<?> sun = types(8, "2", "sun");
    timer.advance(TO_TYPE_ON);
    CompletableFuture.allOf(moon, sun).join();
    assertEquals(List.of("1", "2"), answered());
  }
}
