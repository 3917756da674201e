package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Invocation;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.testing.SettableClock;
import rhapsode.yaml.YamlFile;

/**
 * Days of a busy community one after another, as fast as they go: poems, submissions, reviews,
 * lists, trainings and backups, with the bot as it is put together and a base model that is trained
 * in a second. Only with {@code -Drhapsode.soak.poems=100000}; a twentieth of these are
 * submissions, and twenty times it is trained. Memory is Java's heap after a collection, and the
 * process's.
 */
@EnabledIfSystemProperty(named = "rhapsode.soak.poems", matches = "\\d+")
class SoakIT {
  private static final int POEMS = Integer.getInteger("rhapsode.soak.poems", 0);
  private static final int PARTS = 10;
  private static final int TRAININGS = 20;
  private static final int AUTHORS = 50;
  private static final Person OLGA = new Person("test", "olga", "Olga", Rank.OWNER);

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock();
  private final Random random = new Random(1);

  /** How it stood at the end of a part. */
  private record Row(int part, long heap, long resident, double poem, double command) {}

  @Test
  void memoryAndLatencyStayAsTheyAre() throws IOException {
    Settings settings =
        Settings.of(
            YamlFile.parse(
                """
                models: {base: '%s', threads: 1}
                data: {folder: '%s'}
                backups: {folder: '%s', schedule: '30 3 * * *', keep: 3}
                community: {submissions-per-day: 10000}
                learning:
                  {epochs: 2, rate: 0.01, batch: 4, rehearsal: 500, tolerance: 1, forgetting: 1,
                   form-tolerance: 1, repetition-tolerance: 1, held-out: 0.2, keep: 3}
                """
                    .formatted(
                        SmallBase.in(folder), folder.resolve("data"), folder.resolve("backups")),
                "soak.yml"));
    var rows = new ArrayList<Row>();
    try (var bot = new Wiring(settings, settings.database(Map.of()), clock)) {
      for (int part = 1; part <= PARTS; part++) {
        rows.add(live(bot, part));
        Row row = rows.get(rows.size() - 1);
        System.out.printf(
            "| %,d | %d MB | %d MB | %.1f ms | %.2f ms |%n",
            part * POEMS / PARTS, row.heap >> 20, row.resident >> 20, row.poem, row.command);
      }
    }
    Row first = rows.get(0);
    Row last = rows.get(PARTS - 1);
    assertTrue(last.resident <= 1.1 * first.resident, first + " " + last);
    assertTrue(last.poem <= 2 * first.poem, first + " " + last);
    assertTrue(last.command <= 2 * first.command, first + " " + last);
  }

  private Row live(Wiring bot, int part) throws IOException {
    var poems = new ArrayList<Double>();
    var commands = new ArrayList<Double>();
    int many = POEMS / PARTS;
    for (int i = 0; i < many; i++) {
      clock.tick(Duration.ofSeconds(10));
      poems.add(took(bot, OLGA, "poem", Map.of("seed", "moon " + random.nextInt(1000))));
      if (i % 20 == 0) {
        submit(bot, (part - 1) * many + i, commands);
      }
      if (i % 7 == 0) {
        commands.add(took(bot, OLGA, "poems random", Map.of()));
        commands.add(took(bot, OLGA, "poems top", Map.of()));
      }
      if (i % (POEMS / TRAININGS) == POEMS / TRAININGS - 1) {
        took(bot, OLGA, "retrain", Map.of());
      }
    }
    System.gc();
    Runtime java = Runtime.getRuntime();
    return new Row(
        part, java.totalMemory() - java.freeMemory(), resident(), median(poems), median(commands));
  }

  private void submit(Wiring bot, int number, List<Double> commands) {
    String id = "" + random.nextInt(AUTHORS);
    var author = new Person("test", id, "Author " + id, Rank.MEMBER);
    var text = new StringBuilder();
    for (int word = 0; word < 24; word++) {
      text.append((char) ('a' + random.nextInt(26))).append((char) ('a' + random.nextInt(26)));
      text.append("oon").append(word % 6 == 5 ? "\n" : " ");
    }
    var poem =
        Map.of(
            "text",
            text + "the moon " + number,
            "train",
            "yes",
            "display",
            "yes",
            "attribution",
            "no");
    commands.add(took(bot, author, "poems submit", poem));
    commands.add(took(bot, OLGA, "review", Map.of("verdict", "approve")));
  }

  /** Milliseconds to the last word. */
  private static double took(Wiring bot, Person who, String command, Map<String, String> options) {
    var last = new AtomicReference<>("");
    long begun = System.nanoTime();
    bot.router().route(new Invocation(who, "here", command, options), new Forgetful(last)).join();
    double milliseconds = (System.nanoTime() - begun) / 1e6;
    assertEquals(false, last.get().startsWith("That did not work"), command + ": " + last.get());
    return milliseconds;
  }

  private record Forgetful(AtomicReference<String> last) implements Replies {
    @Override
    public void say(Reply reply) {
      last.set(reply.text());
    }

    @Override
    public void progress(double fraction, String text) {}
  }

  private static double median(List<Double> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }

  /** Of the process, heap and native memory together; 0 where the system does not tell. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElse(0);
  }
}
