package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.telegram.FakeUser;
import rhapsode.wording.Phrase;

/** Updates that several processes keep in one table. */
class SharedUpdatesTest {
  @TempDir Path folder;

  private final Fakes.FakePoet poet = new Fakes.FakePoet();
  private final CompletableFuture<Void> gate = new CompletableFuture<>();

  /** A process that takes a while for a poem. */
  private final class SlowPoet implements Poet {
    @Override
    public CompletableFuture<Outcome> write(Commission commission) {
      return gate.thenCompose(open -> poet.write(commission));
    }
  }

  /** The others took this process for dead: what it is answering is anybody's. */
  private final class Ownerless implements Memory {
    private final ConcurrentSkipListMap<Integer, String> open = new ConcurrentSkipListMap<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public boolean take(int update, String content) {
      return open.putIfAbsent(update, content) == null;
    }

    @Override
    public void answered(int update) {
      open.remove(update);
    }

    @Override
    public List<String> leftovers() {
      looks.incrementAndGet();
      return List.copyOf(open.values());
    }

    @Override
    public Shelf dialogues() {
      return new FileShelf(folder);
    }
  }

  @Test
  void whoWasTakenForDeadDoesNotAnswerTwiceWhatItIsJustAnswering() {
    var memory = new Ownerless();
    var router =
        new Router(
            Fakes.commands(
                new SlowPoet(),
                new Community(),
                new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy")))));
    try (var bot = RunningBot.waiting(router).shared(memory).start()) {
      FakeUser gus = bot.server.user(7);
      gus.says("/poem moon");
      bot.server.await("it is taken", () -> !memory.open.isEmpty());
      int before = memory.looks.get();
      bot.server.await("looks for leftovers", () -> memory.looks.get() > before + 1);
      gate.complete(null);
      bot.server.awaitMessage(7, "About moon");
      bot.server.await("it is struck out", memory.open::isEmpty);
      gus.says("/poem sea");
      bot.server.awaitMessage(7, "About sea");
      assertEquals(2, poet.commissions.size());
    }
  }
}
