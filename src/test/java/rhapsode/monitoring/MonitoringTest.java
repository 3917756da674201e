package rhapsode.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.testing.LogLines;

/** Over HTTP on loopback. */
@Timeout(60)
class MonitoringTest {
  private static final Address ANY_PORT = new Address(Address.LOOPBACK, 0);

  /** What stands in the documentation is a second; this machine may be busy. */
  private static final Duration SOON = Duration.ofSeconds(15);

  /** A database that answers is not silent because this machine is busy. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicReference<List<String>> deadlocked = new AtomicReference<>(List.of());
  private final Monitoring monitoring =
      Monitoring.open(Optional.of(ANY_PORT), "rhapsode 1.0", deadlocked::get, PATIENCE);
  private final Visitor visitor = Visitor.of(monitoring);
  private final FakeBot bot = new FakeBot();

  @AfterEach
  void close() {
    bot.answers.countDown();
    monitoring.close();
  }

  private void start(Map<String, Boolean> platforms) {
    monitoring.watch(bot);
    monitoring.watchPlatforms(() -> platforms);
  }

  @Test
  void aBotThatStartsLivesAndIsNotReady() {
    assertEquals(200, visitor.gets("/health").statusCode());
    assertEquals("{\"status\":\"up\"}\n", visitor.gets("/health").body());
    assertEquals(503, visitor.gets("/ready").statusCode());
    assertEquals(
        List.of(
            "process ok: running",
            "database no: does not answer",
            "model no: none in service",
            "platforms no: not started yet"),
        visitor.parts());
    monitoring.watch(bot);
    assertEquals(503, visitor.gets("/ready").statusCode());
    monitoring.watchPlatforms(Map::of);
    assertEquals(200, visitor.gets("/ready").statusCode());
  }

  @Test
  void whatIsNotReadyIsNamed() {
    start(Map.of("discord", true));
    assertEquals(
        List.of(
            "process ok: running",
            "database ok: answers",
            "model ok: base-2",
            "discord ok: connected"),
        visitor.parts());
    assertEquals("ready", visitor.json("/ready").get("status").asText());
    start(Map.of("telegram", false));
    assertEquals(503, visitor.gets("/ready").statusCode());
    assertTrue(visitor.parts().contains("telegram no: not connected"));
    start(Map.of());
    bot.model = "";
    assertTrue(visitor.parts().contains("model no: none in service"));
  }

  @Test
  void aDatabaseThatFailsIsNotReadyAndIsLoggedOnce() {
    try (var log = new LogLines()) {
      start(Map.of());
      bot.broken = true;
      assertEquals(503, visitor.gets("/ready").statusCode());
      HttpResponse<String> ready = visitor.gets("/ready");
      assertTrue(ready.body().contains("does not answer"), ready.body());
      assertTrue(!ready.body().contains("disk"), ready.body());
      bot.broken = false;
      assertEquals(200, visitor.gets("/ready").statusCode());
      assertEquals(
          List.of("The database does not answer", "The database answers again"),
          log.lines().stream().map(LogLines.LogLine::message).toList());
      assertEquals("the disk is full", log.lines().get(0).cause());
    }
  }

  @Test
  void aDatabaseThatHangsDelaysNobody() {
    Set<Thread> before = asking();
    try (var impatient = Monitoring.open(Optional.of(ANY_PORT), "rhapsode 1.0")) {
      var watcher = Visitor.of(impatient);
      impatient.watch(bot);
      impatient.watchPlatforms(Map::of);
      bot.hangs();
      assertEquals(503, soon(watcher, "/ready").statusCode());
      assertEquals(200, soon(watcher, "/health").statusCode());
      String metrics = soon(watcher, "/metrics").body();
      assertTrue(metrics.contains("rhapsode_database_up 0.0"), metrics);
      assertTrue(metrics.contains("rhapsode_poems_waiting NaN"), metrics);
      Set<Thread> now = asking();
      now.removeAll(before);
      assertEquals(1, now.size());
      bot.answers.countDown();
      while (watcher.gets("/ready").statusCode() != 200) {
        // It has to be answered within its patience.
        Thread.onSpinWait();
      }
    }
  }

  private static Set<Thread> asking() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("probe-database"))
        .collect(Collectors.toSet());
  }

  private static HttpResponse<String> soon(Visitor visitor, String path) {
    return org.junit.jupiter.api.Assertions.assertTimeout(SOON, () -> visitor.gets(path));
  }

  @Test
  void threadsThatWaitForEachOtherAreNoHealth() {
    deadlocked.set(List.of("poet", "school"));
    assertEquals(503, visitor.gets("/health").statusCode());
    assertEquals(
        "{\"status\":\"deadlocked\",\"threads\":[\"poet\",\"school\"]}\n",
        visitor.gets("/health").body());
  }

  @Test
  void otherPathsAndOtherMethodsAreTurnedAway() {
    HttpResponse<String> nothing = visitor.gets("/health/x");
    assertEquals(404, nothing.statusCode());
    assertEquals("There are /health, /metrics, /ready.\n", nothing.body());
    assertEquals(404, visitor.gets("/../../etc/passwd").statusCode());
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
      HttpResponse<String> refused = visitor.asks(method, "/health");
      assertEquals(405, refused.statusCode());
      assertEquals("GET, HEAD", refused.headers().firstValue("Allow").orElseThrow());
    }
  }

  @Test
  void headSaysTheSameWithoutABody() {
    HttpResponse<String> head = visitor.asks("HEAD", "/health");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals("application/json", head.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("16", head.headers().firstValue("Content-Length").orElseThrow());
    assertEquals("no-store", head.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void whatClosesIsNotReadyAtOnceAndAnswersToTheEnd() {
    start(Map.of());
    assertEquals(200, visitor.gets("/ready").statusCode());
    monitoring.closing();
    assertEquals(503, visitor.gets("/ready").statusCode());
    assertTrue(visitor.parts().contains("process no: closing"));
    assertEquals(200, visitor.gets("/health").statusCode());
    assertTrue(visitor.gets("/metrics").body().contains("rhapsode_ready 0.0"));
    assertTrue(visitor.gets("/metrics").body().contains("rhapsode_poet_queue 5.0"));
    monitoring.close();
    assertThrows(UncheckedIOException.class, () -> visitor.gets("/health"));
    monitoring.close();
  }

  @Test
  void closingFreesThePortEvenWhileTheDatabaseHangs() {
    int port;
    try (var impatient = Monitoring.open(Optional.of(ANY_PORT), "rhapsode 1.0")) {
      port = impatient.port().orElseThrow();
      impatient.watch(bot);
      impatient.watchPlatforms(Map::of);
      bot.hangs();
      assertEquals(503, Visitor.of(impatient).gets("/ready").statusCode());
    }
    try (var next =
        Monitoring.open(Optional.of(new Address(Address.LOOPBACK, port)), "rhapsode 1.0")) {
      assertEquals(200, Visitor.of(next).gets("/health").statusCode());
    }
  }

  @Test
  void aPortThatIsTakenIsOneSentence() {
    var taken = Optional.of(new Address(Address.LOOPBACK, visitor.port()));
    String sentence =
        assertThrows(MonitoringException.class, () -> Monitoring.open(taken, "1")).getMessage();
    assertEquals(
        "Monitoring cannot listen on 127.0.0.1:%d (Address already in use); set monitoring.host and monitoring.port anew."
            .formatted(visitor.port()),
        sentence);
    var nowhere = Optional.of(new Address("no-such-host.invalid", 0));
    assertTrue(
        assertThrows(MonitoringException.class, () -> Monitoring.open(nowhere, "1"))
            .getMessage()
            .contains("there is no such host"));
  }

  @Test
  void withoutAnAddressNobodyListens() {
    try (var silent = Monitoring.open(Optional.empty(), "1")) {
      assertEquals(OptionalInt.empty(), silent.port());
    }
  }
}
