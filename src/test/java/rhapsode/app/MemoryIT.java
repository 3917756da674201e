package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.User;

/**
 * How much memory the packaged bot takes with both platforms connected: idle, and while thousands
 * of poems are written. Only with {@code -Drhapsode.memory.poems=10000}, since those take over half
 * an hour; {@code -Drhapsode.memory.java} holds options for the bot's Java, parted by blanks,
 * {@code -Drhapsode.memory.threads} the number of its network's threads.
 */
@EnabledIfSystemProperty(named = "rhapsode.memory.poems", matches = "\\d+")
@EnabledOnOs(OS.LINUX)
class MemoryIT {
  private static final int POEMS = Integer.getInteger("rhapsode.memory.poems", 0);
  private static final int THREADS = Integer.getInteger("rhapsode.memory.threads", 0);
  private static final int IDLE_MEGABYTES = 450;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int SETTLED_AFTER = 100;
  private static final double GROWTH = 1.10;
  private static final int PEOPLE = 5;

  /** The usual form, and short ones by which the number of poems is reached in time. */
  private static final List<String> FORMS =
      List.of("-/4", "haiku", "-/4", "-/6", "-/4", "quatrain", "-/6", "-/4");

  private static final List<String> SEEDS =
      List.of("moonlight", "the sea", "my old dog", "snow", "a lamp", "autumn rain", "love");

  @TempDir Path home;
  private final List<User> people =
      IntStream.range(0, PEOPLE).mapToObj(i -> User.named("Person" + i)).toList();
  private int asked;

  @Test
  void anIdleBotIsSmallAndPoemsDoNotMakeItGrow() throws Exception {
    String manners =
        "manners: {poems-per-minute: 600, poems-at-once: 600,"
            + " poems-per-minute-in-a-community: 6000}";
    List<String> java = List.of(System.getProperty("rhapsode.memory.java", "-Xmx256m").split(" "));
    try (var bot = new PackagedBot(home)) {
      bot.settings(manners + System.lineSeparator() + "models: {threads: " + THREADS + "}")
          .javaOptions(java.stream().filter(option -> !option.isEmpty()).toList())
          .start()
          .connected();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(20)); // Idle for a while.
      long idle = resident(bot);
      report("idle", idle);
      long settled = 0;
      while (asked < POEMS) {
        round(bot);
        if (settled == 0 && asked >= SETTLED_AFTER) {
          settled = resident(bot);
          report("after " + asked + " poems", settled);
        } else if (asked % 100 == 0) {
          report("after " + asked + " poems", resident(bot));
        }
      }
      report("after " + asked + " poems", resident(bot));
      assertEquals(List.of(), bot.discord.violations());
      assertEquals(List.of(), bot.telegram.violations());
      assertTrue(idle < IDLE_MEGABYTES, "idle: " + idle + " MB");
      assertTrue(resident(bot) <= GROWTH * settled, settled + " MB became " + resident(bot));
    }
  }

  /** Everybody asks on both platforms, and waits for the answer. */
  private void round(PackagedBot bot) {
    var exchanges = new ArrayList<Exchange>();
    int before = asked;
    for (int i = 0; i < PEOPLE; i++) {
      String seed = SEEDS.get(asked % SEEDS.size());
      String form = FORMS.get(asked % FORMS.size());
      bot.telegram.user(1_000 + asked).says("/poem \"" + seed + "\" form:" + form);
      var options = rhapsode.testing.discord.FakeDiscord.options("seed", seed, "form", form);
      exchanges.add(bot.discord.slash(people.get(i), bot.server, "poem", options));
      asked += 2;
    }
    for (Exchange exchange : exchanges) {
      bot.telegram.await(
          "an answer",
          PATIENCE,
          () -> exchange.now().stream().anyMatch(m -> m.text().contains(" by ")));
    }
    for (int number = before; number < asked; number += 2) {
      long chat = 1_000L + number;
      bot.telegram.await(
          "an answer",
          PATIENCE,
          () -> bot.telegram.messages(chat).stream().anyMatch(m -> m.text().contains(" by ")));
    }
  }

  private static void report(String when, long megabytes) {
    System.out.printf("resident memory %s: %d MB%n", when, megabytes);
  }

  /** What the system counts as the process's own, in MB (10^6 bytes). */
  private static long resident(PackagedBot bot) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + bot.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
        .findFirst()
        .orElseThrow();
  }
}
