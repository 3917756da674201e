package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.monitoring.Visitor;

/** The packaged program as an operator sees it, from its start to its end. */
@Timeout(300)
class MonitoringIT {
  private static final int SECONDS_TO_END = 60;
  private static final int SIGTERM = 128 + 15;

  /** A few seconds, if nothing else runs. */
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path home;

  @Test
  void aBotIsWatchedFromItsStartToItsEnd() throws Exception {
    int port = PackagedBot.freePort();
    var visitor = new Visitor(port);
    try (var bot = new PackagedBot(home)) {
      bot.settings("monitoring: {port: %d}\nmodels: {threads: 1}".formatted(port))
          .environment(Map.of(LogChoice.TO, "stderr", LogChoice.FORMAT, "json"))
          .start()
          .connected();
      bot.telegram.await("it is ready", LONG, () -> visitor.gets("/ready").statusCode() == 200);
      aPoemIsCounted(bot, visitor);
      itIsNotReadyWhileItCloses(bot, visitor);
      assertThrows(UncheckedIOException.class, () -> visitor.gets("/health"));
      theLogIsJson();
    }
  }

  private static void aPoemIsCounted(PackagedBot bot, Visitor visitor) {
    bot.telegram.user(7).says("/poem moonlight");
    bot.telegram.await("a poem", LONG, () -> shown(bot, 7, "quatrain by "));
    List<String> metrics = visitor.gets("/metrics").body().lines().toList();
    for (String line :
        List.of(
            "rhapsode_ready 1.0",
            "rhapsode_database_up 1.0",
            "rhapsode_database_connections_max 4.0",
            "rhapsode_poem_seconds_count{form=\"quatrain\"} 1",
            "rhapsode_platform_connected{platform=\"discord\"} 1.0",
            "rhapsode_platform_connected{platform=\"telegram\"} 1.0",
            "rhapsode_model_info{model=\"second-light\"} 1")) {
      assertTrue(metrics.contains(line), line + " is not among\n" + String.join("\n", metrics));
    }
  }

  private static void itIsNotReadyWhileItCloses(PackagedBot bot, Visitor visitor) throws Exception {
    for (int user = 11; user < 21; user++) {
      bot.telegram.user(user).says("/poem moonlight form:sonnet");
    }
    bot.telegram.await("they wait", LONG, () -> queue(visitor) > 1);
    CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> status(bot));
    var seen = new ArrayList<Integer>();
    while (!ended.isDone()) {
      try {
        seen.add(visitor.gets("/ready").statusCode());
      } catch (UncheckedIOException e) {
        break; // It has closed.
      }
    }
    assertEquals(SIGTERM, ended.join());
    assertTrue(seen.contains(503), seen.toString());
    assertFalse(seen.subList(seen.indexOf(503), seen.size()).contains(200), seen.toString());
  }

  private static boolean shown(PackagedBot bot, long chat, String text) {
    return bot.telegram.messages(chat).stream().anyMatch(m -> m.text().contains(text));
  }

  private static double queue(Visitor visitor) {
    return visitor
        .gets("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("rhapsode_poet_queue "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
        .sum();
  }

  private static int status(PackagedBot bot) {
    try {
      return bot.terminate(SECONDS_TO_END);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void theLogIsJson() throws Exception {
    assertFalse(Files.exists(home.resolve("data/log")));
    var json = new ObjectMapper();
    var poems = new ArrayList<String>();
    for (String line : Files.readAllLines(home.resolve("stderr.txt"))) {
      if (line.startsWith("{")) {
        JsonNode entry = json.readTree(line);
        assertFalse(line.contains("moonlight"), line);
        if (entry.get("formattedMessage").asText().equals("/poem on telegram: answered")) {
          poems.add(entry.get("mdc").get("request").asText());
        }
      }
    }
    // What ten seconds were too short for is written after the next start.
    assertTrue(poems.size() > 1, poems.toString());
    assertEquals(poems.size(), poems.stream().distinct().count(), poems.toString());
  }

  @Test
  void aPortThatIsTakenStopsTheStartWithASentence() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path settings =
          Files.writeString(
              home.resolve("s.yml"), "monitoring: {port: %d}".formatted(taken.getLocalPort()));
      assertEquals(
          "Monitoring cannot listen on 127.0.0.1:%d (Address already in use); set monitoring.host and monitoring.port anew.%n"
              .formatted(taken.getLocalPort()),
          failing(1, Map.of(), "--config", settings.toString()));
    }
    assertEquals(
        "The variable RHAPSODE_LOG_TO has to be one of file, stderr, not 'stdout'.%n".formatted(),
        failing(2, Map.of(LogChoice.TO, "stdout"), "--version"));
  }

  /** What is said on standard error. */
  private String failing(int status, Map<String, String> environment, String... arguments)
      throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("rhapsode.jar")));
    command.addAll(List.of(arguments));
    Path said = home.resolve("said.txt");
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectError(said.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Callable<Integer> end = process::waitFor;
    assertEquals(
        status, org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(60), end::call));
    return Files.readString(said);
  }
}
