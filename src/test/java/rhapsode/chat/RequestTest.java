package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.learning.Lesson;
import rhapsode.logging.LogContext;
import rhapsode.testing.Community;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.LogLines;
import rhapsode.testing.ManualSchool;
import rhapsode.wording.Phrase;

/** Each invocation has an id, by which its log is found. */
class RequestTest {
  private static final Person GUS = new Person("test", "user-id-4711", "Gus", Rank.MEMBER);
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);
  private static final String FAILED =
      "bot to Gus: That did not work, and it is not your fault; please try again in a while."
          + " -- Request r%d: whoever runs this bot finds the cause by it.";

  private final LogLines log = new LogLines();
  private final AtomicInteger requests = new AtomicInteger();
  private final ManualSchool school = new ManualSchool();

  @AfterEach
  void close() {
    log.close();
  }

  private Conversation conversation(List<Command> commands) {
    return new Conversation(
        new Router(
            commands,
            (invocation, cost) -> Optional.empty(),
            InvocationListener.NONE,
            () -> "r" + requests.incrementAndGet()));
  }

  private Conversation conversation() {
    return conversation(Fakes.commands(new FakePoet(), new Community(), school));
  }

  @Test
  void whatFailsIsToldWithTheIdUnderWhichTheLogHasTheCause() {
    Conversation chat = conversation();
    chat.says(GUS, "help").join();
    chat.says(GUS, "poem", "seed:crash").join();
    String last = chat.transcript().strip().lines().reduce("", (before, line) -> line);
    assertEquals(FAILED.formatted(2), last);
    assertEquals(
        List.of(
            new LogLines.LogLine("ERROR", "r2", "/poem failed", "secret details"),
            new LogLines.LogLine("INFO", "r2", "/poem on test: failed", "")),
        log.of("r2"));
  }

  @Test
  void eachCommandIsOneLineWithoutWhatWasTypedOrByWhom() {
    Conversation chat = conversation();
    chat.says(GUS, "poem", "seed:a very secret moon").join();
    chat.says(GUS, "my-password").join();
    chat.says(GUS, "retrain").join();
    chat.says(
            GUS,
            "poems submit",
            "text:The ferry hums\nacross the bay.",
            "train:yes",
            "display:yes",
            "attribution:yes")
        .join();
    assertEquals(
        List.of(
            "/poem on test: answered",
            "/(unknown) on test: refused",
            "/retrain on test: refused",
            "/poems submit on test: answered"),
        log.lines().stream().map(LogLines.LogLine::message).toList());
    assertEquals(
        List.of("r1", "r2", "r3", "r4"),
        log.lines().stream().map(LogLines.LogLine::request).toList());
  }

  @Test
  void whoAskedTooOftenIsThrottled() {
    var results = new ArrayList<InvocationListener.Result>();
    var router =
        new Router(
            Fakes.commands(new FakePoet(), new Community(), school),
            (invocation, cost) ->
                Optional.of(new Manners.Refusal(Phrase.of("poem.no-word"), false)),
            (command, platform) -> results::add,
            () -> "r");
    new Conversation(router).says(GUS, "poem", "seed:moon").join();
    // What is wrong would be answered too.
    new Conversation(router).says(GUS, "poem").join();
    assertEquals(
        List.of(InvocationListener.Result.THROTTLED, InvocationListener.Result.THROTTLED), results);
  }

  @Test
  void aTrainingThatBreaksOffIsToldWithItsIdToo() {
    Conversation chat = conversation();
    CompletableFuture<Void> training = chat.says(OLGA, "retrain");
    chat.says(GUS, "help").join();
    CompletableFuture.runAsync(() -> school.ends(new Lesson.Failed(Phrase.of("retrain.broke-off"))))
        .join();
    training.join();
    assertTrue(
        chat.transcript().contains("the log has the cause. -- Request r1: whoever runs this bot"),
        chat.transcript());
  }

  @Test
  void whatGoesOnElsewhereStaysUnderItsId() {
    var later = new CompletableFuture<String>();
    Conversation chat = conversation(List.of(new Slow(later)));
    Stream.of(chat.says(GUS, "slow"), chat.says(OLGA, "slow"))
        .peek(
            said -> {
              if (!later.isDone()) {
                CompletableFuture.runAsync(
                        () -> later.completeExceptionally(new IllegalStateException("late")))
                    .join();
              }
            })
        .forEach(CompletableFuture::join);
    for (String id : List.of("r1", "r2")) {
      assertEquals(
          List.of("/slow failed", "/slow on test: failed"),
          log.of(id).stream().map(LogLines.LogLine::message).toList());
    }
    assertEquals(Optional.empty(), LogContext.current().request());
  }

  @Test
  void aReplyThatCannotBeDeliveredIsLoggedUnderItsId() {
    var later = new CompletableFuture<String>();
    var router =
        new Router(
            List.of(new Slow(later)),
            (invocation, cost) -> Optional.empty(),
            InvocationListener.NONE,
            () -> "r7");
    var unreachable =
        new Replies() {
          @Override
          public void say(Reply reply) {
            throw new IllegalStateException("gone");
          }

          @Override
          public void progress(double fraction, String text) {}
        };
    CompletableFuture<Void> end =
        router.route(new Invocation(GUS, "here", "slow", Map.of()), unreachable);
    CompletableFuture.runAsync(() -> later.complete("well")).join();
    end.join();
    assertTrue(
        log.lines()
            .contains(new LogLines.LogLine("WARN", "r7", "A reply could not be delivered", "gone")),
        log.lines().toString());
  }

  /** Says what comes later. */
  private record Slow(CompletableFuture<String> later) implements Command {
    @Override
    public Description description() {
      return Description.open("slow");
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      return later.thenAccept(text -> replies.say(Reply.open(text)));
    }
  }
}
