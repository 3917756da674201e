package rhapsode.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelStatus;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.School;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.wording.Phrase;

/** A school whose one training run goes on only as far as a test takes it. */
public final class ManualSchool implements School {
  private final CompletableFuture<Lesson> lesson = new CompletableFuture<>();
  private Optional<SubmittedPoem> closest = Optional.empty();
  private final CompletableFuture<Consumer<TrainingProgress>> begun = new CompletableFuture<>();

  @Override
  public CompletableFuture<Lesson> retrain(Cause cause, Consumer<TrainingProgress> progress) {
    return begun.complete(progress)
        ? lesson
        : CompletableFuture.completedFuture(new Lesson.Declined(Phrase.of("retrain.busy")));
  }

  /** Takes the run on, once it has begun. */
  public void reaches(int percent) {
    begun
        .join()
        .accept(
            new TrainingProgress(
                1, 1, percent / 100.0, 5000, 4.5, Duration.ofSeconds(100 - percent)));
  }

  /** Ends the run, once it has begun. */
  public void ends(Lesson with) {
    begun.join();
    lesson.complete(with);
  }

  @Override
  public ModelStatus status() {
    return new ModelStatus(
        "base",
        Phrase.of("model.network", "verse", 10, 20),
        null,
        Optional.empty(),
        Optional.empty(),
        3);
  }

  /** What poems are to be found closest to. */
  public void remembers(SubmittedPoem poem) {
    closest = Optional.of(poem);
  }

  @Override
  public List<ModelVersion> models() {
    return List.of();
  }

  @Override
  public List<TrainingRun> runs(int most) {
    return List.of();
  }

  @Override
  public CompletableFuture<Phrase> rollback(Optional<String> model) {
    return CompletableFuture.completedFuture(Phrase.of("rollback.already", "base"));
  }

  @Override
  public Optional<SubmittedPoem> closest(String text, String model) {
    return closest;
  }
}
