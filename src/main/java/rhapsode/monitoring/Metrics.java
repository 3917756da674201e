package rhapsode.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The numbers of the bot and of the Java that it runs in, in Prometheus' text format. No label
 * holds anything that people make up, so their number stays as it is. Thread-safe.
 */
final class Metrics implements AutoCloseable {
  /** Of {@link #scrape}. */
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final LogbackMetrics logged = new LogbackMetrics();
  private final Readiness readiness;
  private final Supplier<Optional<Integer>> database;
  private final MultiGauge model;
  private final MultiGauge platforms;
  private volatile Optional<Integer> poemsWaiting = Optional.empty();

  /**
   * Of a bot that may not be there yet.
   *
   * @param version of the program
   * @param database poems that wait; empty if it does not answer in time
   */
  Metrics(String version, Readiness readiness, Supplier<Optional<Integer>> database) {
    this.readiness = readiness;
    this.database = database;
    List<MeterBinder> java =
        List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics(),
            collections,
            logged);
    java.forEach(binder -> binder.bindTo(registry));
    memory(ProcessMemory.OWN);
    model =
        MultiGauge.builder("rhapsode.model.info")
            .description("1 for the model in service")
            .register(registry);
    platforms =
        MultiGauge.builder("rhapsode.platform.connected")
            .description("1 if people are answered on a platform that there is a token for")
            .register(registry);
    bot();
    Gauge.builder("rhapsode.build.info", () -> 1)
        .description("1 for the version that runs")
        .tag("version", version)
        .register(registry);
  }

  private void memory(ProcessMemory own) {
    if (own.resident().isPresent()) {
      gauge(
          "process.resident.memory.bytes",
          "Memory of the process, native memory counted",
          () -> number(own.resident()));
      gauge(
          "process.resident.memory.peak.bytes",
          "The most that the resident memory ever was",
          () -> number(own.peak()));
    }
  }

  private static double number(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() : Double.NaN;
  }

  private void bot() {
    gauge("rhapsode.ready", "1 if nothing is missing of /ready", () -> isReady() ? 1 : 0);
    gauge(
        "rhapsode.database.up",
        "1 if the database answers in time; NaN while the bot starts or closes",
        this::databaseUp);
    gauge(
        "rhapsode.poems.waiting",
        "Poems that wait for a moderator; NaN if the database does not answer",
        () -> poemsWaiting.map(Integer::doubleValue).orElse(Double.NaN));
    gauge(
        "rhapsode.poet.queue",
        "Poems under way or waiting to be written",
        () -> readiness.subject().map(Subject::poemsUnderWay).orElse(0));
    connections("active", "lent out", Subject.Connections::active);
    connections("idle", "to be had at once", Subject.Connections::idle);
    connections("max", "that there will ever be", Subject.Connections::most);
    gauge(
        "rhapsode.database.threads.waiting",
        "Threads that wait for a connection to the database",
        () -> connections().waiting());
  }

  private void connections(String name, String what, ToIntFunction<Subject.Connections> number) {
    gauge(
        "rhapsode.database.connections." + name,
        "Connections to the database " + what,
        () -> number.applyAsInt(connections()));
  }

  private Subject.Connections connections() {
    return readiness.subject().map(Subject::connections).orElse(Subject.Connections.NONE);
  }

  private double databaseUp() {
    double up = poemsWaiting.isPresent() ? 1 : 0;
    return readiness.isUnderWay() ? up : Double.NaN;
  }

  /** Without asking the database a second time. */
  private boolean isReady() {
    return readiness.parts(poemsWaiting.isPresent()).stream().allMatch(Readiness.Part::ready);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  /** All numbers as they stand now; waits for the database, but not for long. */
  String scrape() {
    poemsWaiting = database.get();
    model.register(rows("model", inService()), true);
    platforms.register(rows("platform", readiness.platforms()), true);
    return registry.scrape();
  }

  private Map<String, Boolean> inService() {
    return readiness
        .subject()
        .map(Subject::model)
        .filter(name -> !name.isEmpty())
        .map(name -> Map.of(name, true))
        .orElse(Map.of());
  }

  private static List<MultiGauge.Row<?>> rows(String label, Map<String, Boolean> values) {
    return values.entrySet().stream()
        .<MultiGauge.Row<?>>map(
            e -> MultiGauge.Row.of(Tags.of(label, e.getKey()), e.getValue() ? 1 : 0))
        .toList();
  }

  @Override
  public void close() {
    collections.close();
    logged.close();
    registry.close();
  }
}
