package rhapsode.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.chat.Description;
import rhapsode.chat.InvocationListener;

/** Counts commands by what came of them, and measures how long they take. Thread-safe. */
record CommandMetrics(MeterRegistry registry) implements InvocationListener {
  private static final Duration[] BUCKETS =
      Stream.of(5, 20, 100, 300, 1_000, 3_000, 10_000, 30_000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  @Override
  public Consumer<Result> begun(Optional<Description> command, String platform) {
    Timer.Sample begun = Timer.start(registry);
    // A name that somebody made up must not become a label.
    String path = command.map(Description::path).orElse("(unknown)");
    return result -> {
      Counter.builder("rhapsode.commands")
          .description("Commands by what came of them")
          .tag("command", path)
          .tag("platform", platform)
          .tag("outcome", result.name().toLowerCase(Locale.ROOT))
          .register(registry)
          .increment();
      begun.stop(
          Timer.builder("rhapsode.command")
              .description("From a command to its last word")
              .tag("command", path)
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
    };
  }
}
