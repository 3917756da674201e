package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.testing.Conversation;
import rhapsode.yaml.YamlFile;

/**
 * How long a poem takes while a training goes on, beside how long it takes otherwise. Only with
 * {@code -Drhapsode.polite.poems=60}, on a quiet machine, since it takes minutes.
 */
@EnabledIfSystemProperty(named = "rhapsode.polite.poems", matches = "\\d+")
class PolitenessIT {
  private static final int POEMS = Integer.getInteger("rhapsode.polite.poems", 0);
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);
  private static final double BOUND = 2;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  @TempDir private Path folder;

  @Test
  void whileItTrainsPoemsTakeAtMostTwiceAsLong() {
    var settings =
        Settings.of(YamlFile.parse("data: {folder: '%s'}".formatted(folder), "polite.yml"));
    try (var bot = new Wiring(settings, settings.database(Map.of()), InstantSource.system())) {
      var chat = new Conversation(bot.router());
      for (String poem : StarterCorpus.poems()) {
        chat.says(
                OLGA, "poems submit", "text:" + poem, "train:yes", "display:yes", "attribution:no")
            .join();
      }
      milliseconds(chat, 20, () -> true);
      List<Long> idle = milliseconds(chat, POEMS, () -> true);
      CompletableFuture<Void> training = chat.says(OLGA, "retrain");
      List<Long> busy = milliseconds(chat, POEMS, () -> !training.isDone());
      training.join();
      System.out.printf(
          "quatrains, idle: median %d ms, p95 %d ms (%d); while training: median %d ms, p95 %d ms (%d)%n",
          quantile(idle, 0.5),
          quantile(idle, 0.95),
          idle.size(),
          quantile(busy, 0.5),
          quantile(busy, 0.95),
          busy.size());
      assertTrue(busy.size() >= POEMS / 2, "the training ended too early: " + busy.size());
      assertTrue(quantile(busy, 0.95) <= BOUND * quantile(idle, 0.95));
    }
  }

  private interface Going {
    boolean on();
  }

  /** One poem after another, with a pause between them in which a training can go on. */
  private static List<Long> milliseconds(Conversation chat, int poems, Going going) {
    var took = new ArrayList<Long>();
    for (int i = 0; i < poems && going.on(); i++) {
      long begun = System.nanoTime();
      chat.says(OLGA, "poem", "seed:moonlight " + i).join();
      took.add((System.nanoTime() - begun) / 1_000_000);
      LockSupport.parkNanos(PAUSE);
    }
    return took;
  }

  private static long quantile(List<Long> values, double share) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }
}
