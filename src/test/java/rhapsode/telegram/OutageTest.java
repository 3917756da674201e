package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.testing.telegram.Fault;

/** Telegram is in trouble, or out of reach, for minutes or hours. */
@Timeout(60)
class OutageTest {
  private final ManualTimer timer = new ManualTimer();
  private final Outbox outbox = new Outbox(RunningBot.ANY, timer, timer, Duration.ofMillis(500));
  private final AtomicInteger attempts = new AtomicInteger();

  private static Rendered words(String text) {
    return new Rendered(text, text);
  }

  private CompletableFuture<String> failing(long chat, Failure.Kind kind) {
    return outbox.send(
        chat,
        to -> {
          attempts.incrementAndGet();
          return CompletableFuture.failedFuture(new Unanswered(kind, "trouble", null));
        });
  }

  private CompletableFuture<String> good(long chat) {
    return outbox.send(chat, to -> CompletableFuture.completedFuture("sent"));
  }

  @Test
  void anOutageOfTenMinutesLosesNoAnswerAndKeepsTheirOrder() {
    try (var quiet = new QuietLine()) {
      quiet.telegram.user(7).says("/start");
      quiet.telegram.fails(
          "sendMessage", Collections.nCopies(60, Fault.status(502)).toArray(Fault[]::new));
      var chat = new Sender(quiet.of(List.of()), new Place(7, null, 0));
      chat.send(words("first"), null);
      chat.send(words("second"), null);
      Instant end = quiet.timer.instant().plus(Duration.ofMinutes(10));
      while (quiet.timer.instant().isBefore(end)) {
        quiet.telegram.await("the next try is set", () -> quiet.timer.waiting() > 0);
        quiet.timer.advance(Duration.ofSeconds(30));
      }
      int tries = quiet.telegram.calls("sendMessage").size();
      assertTrue(tries >= 20 && tries < 40, "a pause that grows to half a minute: " + tries);
      quiet.telegram.heals("sendMessage");
      quiet.telegram.await(
          "both are sent",
          () -> {
            quiet.timer.advance(Duration.ofSeconds(30));
            return quiet.telegram.messages(7).size() == 2;
          });
      assertEquals(
          List.of("first", "second"),
          quiet.telegram.messages(7).stream().map(m -> m.text()).toList());
    }
  }

  @Test
  void whatIsNeverSentIsTriedForAsLongAsTelegramIsOutOfReach() {
    CompletableFuture<String> unsent = failing(7, Failure.Kind.UNSENT);
    timer.advance(Duration.ofHours(24));
    assertFalse(unsent.isDone());
    assertTrue(attempts.get() > 2_800 && attempts.get() < 2_900, "tries: " + attempts);
  }

  /** One that makes the server stumble each time must not keep its chat silent for ever. */
  @Test
  void aMessageThatIsTheTroubleItselfIsGivenUpAfterAnHour() {
    CompletableFuture<String> bad = failing(7, Failure.Kind.TROUBLE);
    CompletableFuture<String> next = good(7);
    timer.advance(Duration.ofMinutes(50));
    assertFalse(bad.isDone());
    assertFalse(next.isDone());
    timer.advance(Duration.ofMinutes(15));
    assertThrows(CompletionException.class, bad::join);
    assertEquals("sent", next.join());
  }

  @Test
  void nothingIsTakenThatWouldNeverEndToGather() {
    for (int i = 0; i < Outbox.MOST_WAITING; i++) {
      failing(i % 100, Failure.Kind.UNSENT);
    }
    CompletableFuture<String> oneTooMany = good(7);
    assertTrue(
        assertThrows(CompletionException.class, oneTooMany::join)
            .getMessage()
            .contains("too many messages"));
  }

  private static final class Echo implements Command {
    @Override
    public Description description() {
      return Description.open("poem", Option.text("seed", true, 99));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      replies.say(Reply.open("echo " + given.text("seed")));
      return Command.done();
    }
  }

  @Test
  void whatCouldNotBeSaidBeforeTheEndIsSaidAfterTheRestart() {
    try (var bot = RunningBot.waiting(new Router(List.of(new Echo())))) {
      bot.ending(Duration.ofMillis(300)).start();
      bot.server.fails(
          "sendMessage", Collections.nCopies(60, Fault.status(502)).toArray(Fault[]::new));
      bot.server.user(7).says("/poem moon");
      bot.server.await("tries", () -> bot.server.calls("sendMessage").size() > 2);
      bot.stop();
      bot.server.heals("sendMessage");
      bot.start();
      bot.server.awaitMessage(7, "echo moon");
    }
  }
}
