package rhapsode.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import rhapsode.chat.InvocationListener;
import rhapsode.learning.School;
import rhapsode.monitoring.MonitoringServer.Page;
import rhapsode.poet.Poet;

/**
 * Watches the bot: opened before it and closed after it, so that whoever looks sees it come and go.
 * Thread-safe.
 */
public final class Monitoring implements AutoCloseable {
  /** An answer takes a second at most, whatever the database does. */
  private static final Duration PATIENCE = Duration.ofMillis(750);

  private static final String JSON = "application/json";

  private final ObjectMapper json = new ObjectMapper();
  private final Readiness readiness = new Readiness();
  private final Probe<Integer> database;
  private final Metrics metrics;
  private final Supplier<List<String>> deadlocks;
  private final Optional<MonitoringServer> server;

  private Monitoring(
      Optional<Address> address,
      String version,
      Supplier<List<String>> deadlocks,
      Duration patience) {
    database = new Probe<>("database", patience, this::askTheDatabase);
    metrics = new Metrics(version, readiness, this::poemsWaiting);
    this.deadlocks = deadlocks;
    server =
        address.map(
            where ->
                new MonitoringServer(
                    where,
                    Map.of(
                        "/health",
                        this::health,
                        "/ready",
                        this::ready,
                        "/metrics",
                        this::numbers)));
  }

  /**
   * Begins.
   *
   * @param address where to listen; empty for nowhere
   * @param version of the program
   * @throws MonitoringException if it cannot listen there
   */
  public static Monitoring open(Optional<Address> address, String version) {
    return open(address, version, Deadlocks::threads, PATIENCE);
  }

  static Monitoring open(
      Optional<Address> address,
      String version,
      Supplier<List<String>> deadlocks,
      Duration patience) {
    return new Monitoring(address, version, deadlocks, patience);
  }

  private Optional<Integer> poemsWaiting() {
    return readiness.isUnderWay() ? database.ask() : Optional.empty();
  }

  private int askTheDatabase() {
    return readiness.subject().map(Subject::poemsWaiting).orElseThrow();
  }

  /** From now on the bot is there. */
  public void watch(Subject bot) {
    readiness.watch(bot);
  }

  /**
   * From now on the platforms are there.
   *
   * @param connected whether people are answered on each that there is a token for; does not block
   */
  public void watchPlatforms(Supplier<Map<String, Boolean>> connected) {
    readiness.watchPlatforms(connected);
  }

  /** The bot begins to close: from now on it is not ready. */
  public void closing() {
    readiness.closing();
  }

  /**
   * Has a poet's work counted.
   *
   * @param forms the names of all forms that are not made up by somebody
   */
  public Poet measured(Poet poet, Set<String> forms) {
    return new MeasuredPoet(poet, forms, metrics.registry());
  }

  /** Has a school's trainings told of; of one school. */
  public School measured(School school) {
    return new MeasuredSchool(school, metrics.registry());
  }

  /** Counts commands. */
  public InvocationListener commands() {
    return new CommandMetrics(metrics.registry());
  }

  /** Where it listens; empty if nowhere. */
  public OptionalInt port() {
    return server.map(s -> OptionalInt.of(s.port())).orElse(OptionalInt.empty());
  }

  private Page health() {
    List<String> deadlocked = deadlocks.get();
    return deadlocked.isEmpty()
        ? page(200, Map.of("status", "up"))
        : page(503, ordered("status", "deadlocked", "threads", deadlocked));
  }

  private Page ready() {
    List<Readiness.Part> parts = readiness.parts(poemsWaiting().isPresent());
    boolean ready = parts.stream().allMatch(Readiness.Part::ready);
    return page(
        ready ? 200 : 503, ordered("status", ready ? "ready" : "not ready", "parts", parts));
  }

  private Page numbers() {
    return new Page(200, Metrics.CONTENT_TYPE, metrics.scrape());
  }

  private static Map<String, Object> ordered(
      String first, Object value, String second, Object other) {
    var map = new LinkedHashMap<String, Object>();
    map.put(first, value);
    map.put(second, other);
    return map;
  }

  private Page page(int status, Map<String, ?> content) {
    try {
      return new Page(status, JSON, json.writeValueAsString(content) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and words are JSON", e);
    }
  }

  /** Frees the port. */
  @Override
  public void close() {
    closing();
    server.ifPresent(MonitoringServer::close);
    metrics.close();
  }
}
