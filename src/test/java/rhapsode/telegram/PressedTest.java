package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Arguments;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;
import rhapsode.testing.telegram.Fault;

/** What is said to who presses a button, also where Telegram no longer takes an answer to it. */
class PressedTest {
  private static final long GROUP = -500;
  private static final Fault TOO_OLD =
      Fault.refused(
          400, "Bad Request: query is too old and response timeout expired or query ID is invalid");

  private final RunningBot bot =
      RunningBot.waiting(new Router(List.of(new Card(), new Tell())))
          .ending(Duration.ofMillis(300));
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);

  /** Shows a button, or asks what it should be about. */
  private static final class Card implements Command {
    @Override
    public Description description() {
      return Description.open("card", Option.flag("blue"));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      replies.say(Reply.open("a card").with(List.of(new Button("Tell", "tell", "1"))));
      return Command.done();
    }
  }

  /** Says something to who presses the button. */
  private static final class Tell implements Command {
    @Override
    public Description description() {
      return Description.pressed("tell", Option.text("number", true, 9));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      replies.say(Reply.discreet("for your eyes"));
      return Command.done();
    }
  }

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  private BotMessage card(long chat) {
    bot.start();
    gus.says("/start"); // Else Telegram lets nobody write to somebody.
    gus.says("/card blue:yes", chat);
    return telegram.awaitMessage(chat, "a card");
  }

  @Test
  void aPressIsAnsweredByAWordAboveTheChat() {
    gus.presses(card(7), "Tell");
    telegram.awaitCall("answerCallbackQuery", c -> c.text("text").equals("for your eyes"));
    telegram.await("struck out", () -> bot.kept("updates").equals(List.of("answered")));
    assertTrue(telegram.messages(7).stream().noneMatch(m -> m.text().contains("your eyes")));
  }

  @Test
  void wordsForAPressThatIsTooOldComeAsAMessage() {
    telegram.fails("answerCallbackQuery", TOO_OLD);
    gus.presses(card(7), "Tell");
    telegram.awaitMessage(7, "for your eyes");
  }

  @Test
  void inAGroupTheyComeInPrivate() {
    telegram.fails("answerCallbackQuery", Fault.status(502));
    gus.presses(card(GROUP), "Tell");
    telegram.awaitMessage(7, "for your eyes");
    telegram.awaitMessage(GROUP, "answered you in private");
  }

  @Test
  void aPressIsAnsweredOnlyWhenItsWordsAreSaid() {
    BotMessage card = card(7);
    telegram.fails("answerCallbackQuery", TOO_OLD, TOO_OLD);
    telegram.fails("sendMessage", Collections.nCopies(60, Fault.status(502)).toArray(Fault[]::new));
    gus.presses(card, "Tell");
    telegram.await("tries", () -> telegram.calls("sendMessage").size() > 2);
    bot.stop();
    telegram.heals("sendMessage");
    bot.start();
    telegram.awaitMessage(7, "for your eyes");
  }

  @Test
  void whatADeadButtonSaysIsNotLostEither() {
    telegram.fails("answerCallbackQuery", TOO_OLD);
    gus.pressesData(card(7), "nonsense:1");
    telegram.awaitMessage(7, "no longer does anything");
  }

  @Test
  void norWhatAQuestionSaysThatIsNotOpen() {
    bot.start();
    gus.says("/card", GROUP);
    BotMessage question = telegram.awaitMessage(GROUP, m -> m.labels().contains("Yes"));
    telegram.fails("answerCallbackQuery", TOO_OLD);
    telegram.user(8).presses(question, "Yes");
    telegram.awaitMessage(GROUP, "no longer open");
  }
}
