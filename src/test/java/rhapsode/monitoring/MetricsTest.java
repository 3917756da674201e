package rhapsode.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Person;
import rhapsode.chat.Rank;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.testing.Community;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.ManualSchool;
import rhapsode.wording.Phrase;

/** What people do, through the real router, as numbers. */
class MetricsTest {
  private static final Person GUS = new Person("discord", "user-4711", "Gus", Rank.MEMBER);
  private static final Person OLGA = new Person("console", "owner-1", "Olga", Rank.OWNER);

  private final Monitoring monitoring =
      Monitoring.open(
          Optional.of(new Address(Address.LOOPBACK, 0)),
          "rhapsode 1.0",
          List::of,
          MonitoringTest.PATIENCE);
  private final FakeBot bot = new FakeBot();
  private final ManualSchool school = new ManualSchool();
  private final Conversation chat = conversation(monitoring, school);

  static Conversation conversation(Monitoring monitoring, ManualSchool school) {
    Set<String> forms = Forms.load().all().stream().map(Form::name).collect(Collectors.toSet());
    return new Conversation(
        new Router(
            Fakes.commands(
                monitoring.measured(new FakePoet(), forms),
                new Community(),
                monitoring.measured(school)),
            (invocation, cost) -> Optional.empty(),
            monitoring.commands(),
            () -> "r"));
  }

  @BeforeEach
  void start() {
    monitoring.watch(bot);
    monitoring.watchPlatforms(() -> Map.of("discord", true, "telegram", false));
  }

  @AfterEach
  void close() {
    monitoring.close();
  }

  private List<String> lines() {
    return Visitor.of(monitoring).gets("/metrics").body().lines().toList();
  }

  private void shows(String... lines) {
    List<String> all = lines();
    for (String line : lines) {
      assertTrue(all.contains(line), line + " is not among\n" + String.join("\n", all));
    }
  }

  @Test
  void poemsAreCountedByFormAndOutcomeAndTheirTimeIsMeasured() {
    chat.says(GUS, "poem", "seed:moon", "form:haiku").join();
    chat.says(GUS, "poem", "seed:sea", "form:haiku").join();
    chat.says(GUS, "poem", "seed:nothing").join();
    chat.says(GUS, "poem", "seed:crash").join();
    chat.says(GUS, "poem", "seed:moon", "form:AABBA/8,8,5,5,8").join();
    shows(
        "rhapsode_poems_total{form=\"haiku\",outcome=\"written\"} 2.0",
        "rhapsode_poems_total{form=\"quatrain\",outcome=\"declined\"} 1.0",
        "rhapsode_poems_total{form=\"quatrain\",outcome=\"failed\"} 1.0",
        "rhapsode_poems_total{form=\"sonnet\",outcome=\"written\"} 0.0",
        "rhapsode_poems_total{form=\"scheme\",outcome=\"written\"} 1.0",
        "rhapsode_poem_seconds_bucket{form=\"haiku\",le=\"60.0\"} 2",
        "rhapsode_poem_seconds_count{form=\"haiku\"} 2",
        "# TYPE rhapsode_poem_seconds histogram",
        "# TYPE rhapsode_poems_total counter");
    assertFalse(
        lines().stream()
            .anyMatch(l -> l.startsWith("rhapsode_poem_seconds_count{form=\"quatrain")));
  }

  @Test
  void commandsAreCountedByOutcomeAndPlatform() {
    chat.says(GUS, "poem", "seed:moon").join();
    chat.says(OLGA, "poem", "seed:crash").join();
    chat.says(GUS, "retrain").join();
    chat.says(GUS, "made-up-by-somebody").join();
    shows(
        "rhapsode_commands_total{command=\"poem\",outcome=\"answered\",platform=\"discord\"} 1.0",
        "rhapsode_commands_total{command=\"poem\",outcome=\"failed\",platform=\"console\"} 1.0",
        "rhapsode_commands_total{command=\"retrain\",outcome=\"refused\",platform=\"discord\"} 1.0",
        "rhapsode_commands_total{command=\"(unknown)\",outcome=\"refused\",platform=\"discord\"} 1.0",
        "rhapsode_command_seconds_count{command=\"poem\"} 2");
  }

  @Test
  void noLabelHoldsWhatPeopleMakeUp() {
    for (int i = 0; i < 50; i++) {
      var somebody = new Person("discord", "user-" + i, "Name" + i, Rank.MEMBER);
      chat.says(somebody, "poem", "seed:seed" + i, "form:AB-" + "A".repeat(1 + i % 30)).join();
      chat.says(somebody, "command" + i).join();
    }
    String metrics = String.join("\n", lines());
    for (String made : List.of("user-", "Name", "seed:", "seed1", "AB-", "command1", "\"here\"")) {
      assertFalse(metrics.contains(made), made);
    }
    assertTrue(lines().size() < 700, lines().size() + " lines");
  }

  @Test
  void aTrainingIsFollowedFromItsBeginningToItsEnd() {
    shows(
        "rhapsode_training_running 0.0",
        "rhapsode_training_loss NaN",
        "rhapsode_training_runs_total{outcome=\"failed\"} 0.0");
    var training = chat.says(OLGA, "retrain");
    shows("rhapsode_training_running 1.0", "rhapsode_training_words_per_second 0.0");
    school.reaches(50);
    shows(
        "rhapsode_training_progress_ratio 0.5",
        "rhapsode_training_words_per_second 5000.0",
        "rhapsode_training_loss 4.5");
    chat.says(OLGA, "retrain").join();
    shows(
        "rhapsode_training_running 1.0", "rhapsode_training_runs_total{outcome=\"declined\"} 1.0");
    school.ends(new Lesson.Failed(Phrase.of("retrain.broke-off")));
    training.join();
    shows(
        "rhapsode_training_running 0.0",
        "rhapsode_training_progress_ratio 0.0",
        "rhapsode_training_words_per_second 0.0",
        "rhapsode_training_loss 4.5",
        "rhapsode_training_runs_total{outcome=\"failed\"} 1.0");
  }

  @Test
  void theStateOfTheBotIsTold() {
    shows(
        "rhapsode_ready 0.0",
        "rhapsode_database_up 1.0",
        "rhapsode_poems_waiting 3.0",
        "rhapsode_poet_queue 5.0",
        "rhapsode_database_connections_active 1.0",
        "rhapsode_database_connections_idle 3.0",
        "rhapsode_database_connections_max 4.0",
        "rhapsode_database_threads_waiting 2.0",
        "rhapsode_platform_connected{platform=\"discord\"} 1.0",
        "rhapsode_platform_connected{platform=\"telegram\"} 0.0",
        "rhapsode_build_info{version=\"rhapsode 1.0\"} 1");
    assertEquals(1, models().size());
    bot.model = "base-3";
    monitoring.watchPlatforms(Map::of);
    assertEquals(List.of("rhapsode_model_info{model=\"base-3\"} 1"), models());
    shows("rhapsode_ready 1.0");
    assertFalse(lines().stream().anyMatch(l -> l.startsWith("rhapsode_platform_connected{")));
  }

  private List<String> models() {
    return lines().stream().filter(l -> l.startsWith("rhapsode_model_info{")).toList();
  }

  @Test
  void theMemoryOfTheProcessIsWhatLinuxTells(@TempDir Path folder) throws Exception {
    Path status =
        Files.writeString(
            folder.resolve("status"), "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t     512 kB\n");
    var memory = new ProcessMemory(status);
    assertEquals(OptionalLong.of(512 * 1024), memory.resident());
    assertEquals(OptionalLong.of(900 * 1024), memory.peak());
    var elsewhere = new ProcessMemory(folder.resolve("none"));
    assertEquals(OptionalLong.empty(), elsewhere.resident());
    if (ProcessMemory.OWN.resident().isPresent()) {
      assertTrue(
          lines().stream().anyMatch(l -> l.matches("process_resident_memory_bytes [1-9].*")));
    }
  }

  @Test
  void deadlockedThreadsAreFound() throws Exception {
    assertEquals(List.of(), Deadlocks.threads());
    var first = new java.util.concurrent.locks.ReentrantLock();
    var second = new java.util.concurrent.locks.ReentrantLock();
    var both = new java.util.concurrent.CyclicBarrier(2);
    List<Thread> threads =
        List.of(waiting("left", first, second, both), waiting("right", second, first, both));
    threads.forEach(Thread::start);
    while (Deadlocks.threads().isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(List.of("left", "right"), Deadlocks.threads());
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), Deadlocks.threads());
  }

  private static Thread waiting(
      String name,
      java.util.concurrent.locks.Lock mine,
      java.util.concurrent.locks.Lock other,
      java.util.concurrent.CyclicBarrier both) {
    return new Thread(
        () -> {
          mine.lock();
          try {
            both.await();
            other.lockInterruptibly();
          } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            Thread.currentThread().interrupt();
          } finally {
            mine.unlock();
          }
        },
        name);
  }
}
