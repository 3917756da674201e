package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;

/**
 * Many updates over five breaks of all connections and two restarts of the bot; the whole number by
 * {@code -Drhapsode.telegram.updates=2000}.
 */
class KillsTest {
  private static final int UPDATES = Integer.getInteger("rhapsode.telegram.updates", 300);
  private static final int CHATS = Math.max(1, UPDATES / 10);

  /** Takes a while for each, some longer than others. */
  private static final class SlowEcho implements Command {
    @Override
    public Description description() {
      return Description.open("poem", Option.text("seed", true, 99));
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments given, Replies replies) {
      int millis = Math.floorMod(given.text("seed").hashCode(), 40);
      return CompletableFuture.runAsync(
          () -> replies.say(Reply.open("echo " + given.text("seed"))),
          CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }
  }

  @Test
  void noneIsLostAndNoneAnsweredTwice() {
    long begun = System.nanoTime();
    try (var bot = RunningBot.with(new Router(List.of(new SlowEcho())))) {
      for (int i = 0; i < UPDATES; i++) {
        bot.server.user(1_000 + i % CHATS).says("/poem no. " + i);
        disturb(bot, i);
      }
      bot.server.await(
          "all answered", Duration.ofMinutes(2), () -> bot.server.texts().size() == UPDATES);
      bot.server.await("all confirmed", () -> bot.server.unconfirmed() == 0);
      bot.stop();
      Map<String, Integer> twice = bot.server.texts();
      twice.values().removeIf(times -> times == 1);
      assertEquals(Map.of(), twice);
      assertEquals(List.of("answered"), bot.kept("updates"));
      assertEquals(List.of(), bot.server.violations());
      System.out.printf(
          "%d updates over five kills and two restarts: each answered once, in %.1f s%n",
          UPDATES, (System.nanoTime() - begun) / 1e9);
    }
  }

  /** Five kills and two restarts, evenly spread, each in the midst of the answering. */
  private static void disturb(RunningBot bot, int update) {
    int eighth = UPDATES / 8;
    if (update % eighth != eighth - 1 || update / eighth > 6) {
      return;
    }
    int answered = bot.server.texts().size();
    bot.server.await(
        "some answers", () -> bot.server.texts().size() > Math.min(answered, update - 2));
    if (update / eighth == 2 || update / eighth == 5) {
      bot.stop();
      bot.start();
    } else {
      bot.server.kill();
    }
  }
}
