package rhapsode.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;

/**
 * Has another poet write, counts what comes of it and measures how long people wait. Thread-safe.
 */
final class MeasuredPoet implements Poet {
  /** A couplet takes a tenth of a second, and a sonnet behind twenty others a minute. */
  private static final Duration[] BUCKETS =
      Stream.of(
              100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 12_000, 20_000,
              30_000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Poet poet;
  private final Set<String> forms;
  private final MeterRegistry registry;

  /**
   * A poet.
   *
   * @param forms names that may be labels; any other form is a scheme that somebody made up
   */
  MeasuredPoet(Poet poet, Set<String> forms, MeterRegistry registry) {
    this.poet = poet;
    this.forms = Set.copyOf(forms);
    this.registry = registry;
    // From nought on, or the first of a kind would not be seen to be an increase.
    for (String form : forms) {
      List.of("written", "imperfect", "declined", "failed").forEach(end -> counter(form, end));
    }
  }

  private Counter counter(String form, String outcome) {
    return Counter.builder("rhapsode.poems")
        .description("Poems that were asked for, by form and what came of them")
        .tag("form", form)
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public int waiting() {
    return poet.waiting();
  }

  @Override
  public CompletableFuture<Outcome> write(Commission commission) {
    Timer.Sample begun = Timer.start(registry);
    String name = commission.form().name();
    String form = forms.contains(name) ? name : "scheme";
    return poet.write(commission).whenComplete((outcome, fault) -> count(form, outcome, begun));
  }

  private void count(String form, @Nullable Outcome outcome, Timer.Sample begun) {
    if (outcome instanceof Outcome.Written) {
      begun.stop(
          Timer.builder("rhapsode.poem")
              .description("From asking for a poem to its last line, waiting counted")
              .tag("form", form)
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
    }
    counter(form, label(outcome)).increment();
  }

  private static String label(@Nullable Outcome outcome) {
    if (outcome instanceof Outcome.Written written) {
      return written.poem().proof().holds() ? "written" : "imperfect";
    }
    return outcome == null ? "failed" : "declined";
  }
}
