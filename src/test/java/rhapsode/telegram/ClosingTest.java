package rhapsode.telegram;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;

/** What is under way when the bot is closed. */
@Timeout(60)
class ClosingTest {
  /** Shows how far it is, and takes a moment to stop when it is told to. */
  private static final class Training implements Command {
    private final CompletableFuture<Void> stop = new CompletableFuture<>();

    @Override
    public Description description() {
      return Description.open("train");
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      replies.progress(0.5, "half of it");
      return stop.thenRunAsync(
          () -> replies.say(Reply.open("it stopped")),
          CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void aTrainingThatIsShownSaysItsLastWords() {
    var training = new Training();
    try (var bot = RunningBot.with(new Router(List.of(training)))) {
      bot.server.user(7).says("/train");
      bot.server.awaitMessage(7, "half of it");
      bot.server.await("struck out", () -> bot.kept("updates").equals(List.of("answered")));
      training.stop.complete(null);
      bot.stop();
      bot.server.awaitMessage(7, "it stopped");
    }
  }
}
