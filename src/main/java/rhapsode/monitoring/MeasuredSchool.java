package rhapsode.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelStatus;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.wording.Phrase;

/** Has another school teach, and tells how its trainings go. Thread-safe. */
final class MeasuredSchool implements School {
  private final School school;
  private final MeterRegistry registry;
  private final AtomicInteger running = new AtomicInteger();
  private volatile Optional<TrainingProgress> last = Optional.empty();

  MeasuredSchool(School school, MeterRegistry registry) {
    this.school = school;
    this.registry = registry;
    counters();
    gauge(
        "rhapsode.training.running",
        "1 while a training runs or a new model is judged",
        MeasuredSchool::running);
    gauge(
        "rhapsode.training.progress.ratio",
        "Share of the training done; 0 while none runs",
        s -> s.whileRunning(TrainingProgress::fraction));
    gauge(
        "rhapsode.training.words.per.second",
        "Words learned a second over the last seconds; 0 while no training runs",
        s -> s.whileRunning(TrainingProgress::wordsPerSecond));
    gauge(
        "rhapsode.training.loss",
        "Training loss in nats a word, of the last training; NaN before the first",
        s -> s.last.map(TrainingProgress::loss).orElse(Double.NaN));
  }

  private void counters() {
    // From nought on, or the first of a kind would not be seen to be an increase.
    List.of("promoted", "rejected", "declined", "failed").forEach(this::counter);
  }

  private Counter counter(String outcome) {
    return Counter.builder("rhapsode.training.runs")
        .description("Trainings that were asked for, by what came of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  private void gauge(String name, String description, ToDoubleFunction<MeasuredSchool> value) {
    Gauge.builder(name, this, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private double running() {
    return running.get() > 0 ? 1 : 0;
  }

  private double whileRunning(ToDoubleFunction<TrainingProgress> value) {
    return running.get() == 0 ? 0 : last.map(value::applyAsDouble).orElse(0.0);
  }

  @Override
  public CompletableFuture<Lesson> retrain(Cause cause, Consumer<TrainingProgress> progress) {
    running.incrementAndGet();
    CompletableFuture<Lesson> lesson;
    try {
      lesson =
          school.retrain(
              cause,
              now -> {
                last = Optional.of(now);
                progress.accept(now);
              });
    } catch (RuntimeException e) {
      ended(null);
      throw e;
    }
    return lesson.whenComplete((what, fault) -> ended(what));
  }

  private void ended(@Nullable Lesson lesson) {
    running.decrementAndGet();
    counter(outcome(lesson)).increment();
  }

  private static String outcome(@Nullable Lesson lesson) {
    if (lesson instanceof Lesson.Promoted) {
      return "promoted";
    }
    if (lesson instanceof Lesson.Rejected) {
      return "rejected";
    }
    return lesson instanceof Lesson.Declined ? "declined" : "failed";
  }

  @Override
  public ModelStatus status() {
    return school.status();
  }

  @Override
  public List<ModelVersion> models() {
    return school.models();
  }

  @Override
  public List<TrainingRun> runs(int most) {
    return school.runs(most);
  }

  @Override
  public CompletableFuture<Phrase> rollback(Optional<String> model) {
    return school.rollback(model);
  }

  @Override
  public Optional<SubmittedPoem> closest(String text, String model) {
    return school.closest(text, model);
  }
}
