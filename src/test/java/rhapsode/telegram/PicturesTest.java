package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.card.PoemCards;
import rhapsode.chat.Arguments;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Picture;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.Call;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;
import rhapsode.testing.telegram.Fault;

/** Poems as pictures, and what stands below them. */
class PicturesTest {
  /** Shows a picture over a text of a length. */
  private static final class Exhibit implements Command {
    @Override
    public Description description() {
      return Description.open("exhibit", Option.whole("length", true, 0, 9_000));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      replies.say(
          Reply.open("<".repeat((int) given.whole("length")))
              .with(List.of(new Button("Good", "exhibit", "1")))
              .with(new Picture(new byte[500], "a card about the moon")));
      return Command.done();
    }
  }

  private final RunningBot bot = RunningBot.waiting(new Router(List.of(new Exhibit())));
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  @Test
  void aTextUpToTheLimitIsTheCaption() {
    bot.start();
    gus.says("/exhibit " + Texts.LONGEST_CAPTION);
    BotMessage photo = telegram.awaitMessage(7, m -> m.photo());
    assertEquals(1024, photo.text().length(), "counted after entities are parsed");
    assertEquals(List.of("Good"), photo.labels());
    assertEquals(1, telegram.messages(7).size());
  }

  @Test
  void aLongerTextFollowsThePictureAndButtonsComeLast() {
    bot.start();
    gus.says("/exhibit " + (Texts.LONGEST_CAPTION + 1));
    BotMessage text = telegram.awaitMessage(7, m -> m.text().length() == 1025);
    BotMessage photo = telegram.messages(7).get(0);
    assertTrue(photo.photo());
    assertEquals("a card about the moon", photo.text());
    assertEquals(List.of(), photo.labels());
    assertEquals(List.of("Good"), text.labels());
  }

  @Test
  void aCaptionThatIsNotParsedIsSentOnceMoreAsPlainText() {
    telegram.fails("sendPhoto", Fault.cannotParse());
    bot.start();
    gus.says("/exhibit 3");
    assertEquals("<<<", telegram.awaitMessage(7, m -> m.photo()).text());
    Call again = telegram.calls("sendPhoto").get(1);
    assertFalse(again.parameters().has("parse_mode"));
    assertEquals(500, again.files().values().iterator().next());
  }

  @Test
  void thePictureButtonDrawsThePoem() {
    var router =
        new Router(
            Fakes.commands(
                new Fakes.FakePoet(), new Community(), new ManualSchool(), PoemCards.load()));
    try (var drawing = RunningBot.with(router)) {
      FakeUser ada = drawing.server.user(8);
      ada.says("/poem moon");
      ada.presses(drawing.server.awaitMessage(8, "About moon"), "Picture");
      drawing.server.awaitMessage(8, m -> m.photo());
      Call sent = drawing.server.calls("sendPhoto").get(0);
      assertTrue(sent.files().values().iterator().next() > 5_000, "a picture of some size");
      drawing.server.awaitCall("answerCallbackQuery", call -> true);
      assertEquals(List.of(), drawing.server.violations());
    }
  }
}
