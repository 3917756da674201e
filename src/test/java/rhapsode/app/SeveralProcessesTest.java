package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.store.Database;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.JdbcModelHistory;
import rhapsode.store.JdbcPoemStore;
import rhapsode.store.TestDatabase;
import rhapsode.testing.telegram.FakeTelegram;

/**
 * Three processes on one PostgreSQL and one Telegram, of which one is killed every now and then and
 * started again, under load; for five minutes with the usual rhythm by {@code
 * -Drhapsode.processes.seconds=300}, and with other milliseconds between kills by {@code
 * -Drhapsode.processes.pause=30000}.
 */
@Timeout(900)
class SeveralProcessesTest {
  private static final int SECONDS = Integer.getInteger("rhapsode.processes.seconds", 3);
  private static final boolean LONG = SECONDS > 30;
  private static final int PROCESSES = 3;
  private static final Duration BETWEEN_KILLS =
      Duration.ofMillis(Integer.getInteger("rhapsode.processes.pause", LONG ? 5000 : 1500));
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(LONG ? 200 : 50);
  private static final Duration TO_RECOVER = Duration.ofSeconds(LONG ? 120 : 90);

  /** Milliseconds between two beats, and looks until who is silent is dead: not if only slow. */
  private static final String[] RHYTHM = {LONG ? "2000" : "200", LONG ? "5" : "50"};

  @TempDir private Path folder;
  private final FakeTelegram telegram = new FakeTelegram();
  private final String address = TestDatabase.POSTGRES.newUrl();
  private final List<Process> processes = new ArrayList<>();
  private final Map<String, Instant> asked = new TreeMap<>();
  private final Map<String, Instant> answered = new TreeMap<>();
  private final Map<Long, String> updates = new TreeMap<>();

  /** What a process took over from another one that had ended. */
  private final Set<String> takenOver = new TreeSet<>();

  @Test
  void eachRequestIsAnsweredAndNoTrainingMeetsAnother() throws Exception {
    try (Database database = Database.open(DatabaseAddress.server(address, "", ""))) {
      var history = new JdbcModelHistory(database);
      give(new JdbcPoemStore(database));
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(start(i));
      }
      telegram.await("updates are fetched", TO_RECOVER, () -> telegram.polls() > 0);
      int kills = disturb();
      telegram.await("all answered", TO_RECOVER, () -> all(asked.size()));
      telegram.await("a model is promoted", TO_RECOVER, () -> promoted(history));
      Files.createFile(folder.resolve(OneOfMany.QUIET));
      telegram.await("the last run ends", TO_RECOVER, () -> ended(history));
      telegram.await("all write with the newest", TO_RECOVER, () -> agree(history));
      report(kills, history);
    } finally {
      processes.forEach(Process::destroyForcibly);
      telegram.close();
    }
  }

  private static void give(JdbcPoemStore poems) {
    poems.add(
        new Submission(
            new Author("console", "1", "Ada"),
            "console",
            "",
            "the moon is late",
            new Consent(true, true, true, "v", Instant.EPOCH),
            PoemStatus.APPROVED),
        Instant.EPOCH);
  }

  private Process start(int number) {
    try {
      return start(Files.createDirectories(folder.resolve("process-" + number)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(Path own) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            OneOfMany.class.getName(),
            address,
            telegram.apiUrl().toString(),
            folder.toString(),
            own.toString(),
            RHYTHM[0],
            RHYTHM[1])
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(own.resolve("log").toFile()))
        .start();
  }

  /** Asks all the time, and kills one process after another. */
  private int disturb() throws SQLException {
    Instant end = Instant.now().plusSeconds(SECONDS);
    Instant nextKill = Instant.now().plus(BETWEEN_KILLS);
    int kills = 0;
    for (int i = 0; Instant.now().isBefore(end); i++) {
      String seed = "no. " + i;
      asked.put("echo " + seed, Instant.now());
      JsonNode update = telegram.user(1_000 + i % 50).says("/poem " + seed);
      updates.put(update.get("update_id").asLong(), "echo " + seed);
      waitFor(BETWEEN_REQUESTS);
      if (Instant.now().isAfter(nextKill)) {
        int victim = kills++ % PROCESSES;
        processes.get(victim).destroyForcibly();
        processes.set(victim, start(victim));
        nextKill = nextKill.plus(BETWEEN_KILLS);
        noteTakenOver();
      }
    }
    return kills;
  }

  /** Notes meanwhile what was answered. */
  private void waitFor(Duration pause) {
    Instant until = Instant.now().plus(pause);
    telegram.await("time passes", () -> all(Integer.MAX_VALUE) || Instant.now().isAfter(until));
  }

  /** Before they are forgotten, as all that was answered is after a while. */
  private void noteTakenOver() throws SQLException {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from telegram_update where tries > 1")) {
      while (rows.next()) {
        takenOver.add(updates.get(rows.getLong("id")));
      }
    }
  }

  /** Starts again what gave up by itself, as whoever watches over processes does. */
  private void supervise() {
    for (int i = 0; i < PROCESSES; i++) {
      if (!processes.get(i).isAlive()) {
        processes.set(i, start(i));
      }
    }
  }

  private boolean all(int number) {
    supervise();
    telegram.texts().keySet().forEach(text -> answered.putIfAbsent(text, Instant.now()));
    return answered.size() >= number;
  }

  private boolean promoted(ModelHistory history) {
    supervise();
    return history.inService().isPresent();
  }

  private boolean ended(ModelHistory history) {
    supervise();
    return history.running().isEmpty();
  }

  private boolean agree(ModelHistory history) {
    supervise();
    String wanted = history.inService().map(ModelVersion::name).orElse("base");
    try {
      for (int i = 0; i < PROCESSES; i++) {
        Path serving = folder.resolve("process-" + i).resolve(OneOfMany.SERVING);
        if (!Files.exists(serving) || !Files.readString(serving).equals(wanted)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void report(int kills, ModelHistory history) throws IOException, SQLException {
    noteTakenOver();
    Map<String, Integer> twice = new TreeMap<>(telegram.texts());
    twice.values().removeIf(times -> times == 1);
    List<TrainingRun> runs = new ArrayList<>(history.runs(10_000));
    Collections.reverse(runs);
    Map<Outcome, Long> outcomes =
        runs.stream().collect(Collectors.groupingBy(TrainingRun::outcome, Collectors.counting()));
    List<Long> waits =
        asked.keySet().stream()
            .map(text -> Duration.between(asked.get(text), answered.get(text)).toMillis())
            .sorted()
            .toList();
    System.out.printf(
        "%d processes, %d kills in %d s: %d requests, %d unanswered, %d answered twice %s;"
            + " answered after %d ms (median), %d ms (95%%), %d ms (longest);"
            + " %d trainings %s; on the newest model at the end: all%n",
        PROCESSES,
        kills,
        SECONDS,
        asked.size(),
        asked.size() - answered.size(),
        twice.size(),
        twice.keySet(),
        waits.get(waits.size() / 2),
        waits.get(waits.size() * 95 / 100),
        waits.get(waits.size() - 1),
        runs.size(),
        outcomes);
    assertEquals(asked.keySet(), answered.keySet());
    // What was leaving at the very moment of a kill may leave again: Telegram knows no two as one.
    assertTrue(takenOver.containsAll(twice.keySet()), twice + ", taken over: " + takenOver);
    assertFalse(Files.exists(folder.resolve(OneOfMany.OVERLAPS)), "trainings met");
    assertTrue(outcomes.containsKey(Outcome.PROMOTED), outcomes.toString());
    assertEquals(List.of(), telegram.violations());
  }
}
