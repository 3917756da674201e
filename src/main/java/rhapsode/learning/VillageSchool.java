package rhapsode.learning;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.community.PoemStore;
import rhapsode.community.SubmittedPoem;
import rhapsode.language.ClosestPoem;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.wording.Phrase;

/**
 * A school with one class: every run starts from the base model, so that nothing of a withdrawn
 * poem is left, and its result enters service only if it predicts held-out poems no worse.
 * Thread-safe.
 */
public final class VillageSchool implements School {
  private static final Logger LOG = LoggerFactory.getLogger(VillageSchool.class);

  /**
   * How a run goes.
   *
   * @param lessons how they are chosen
   * @param tolerance by how much, as a share, perplexity on them may rise
   */
  public record Rules(Curriculum.Rules lessons, double tolerance) {}

  /** Where poems come from and results go. */
  public record Records(PoemStore poems, ModelHistory history) {}

  private final Records records;
  private final Tutor tutor;
  private final Stage stage;
  private final Rules rules;
  private final Executor thread;
  private final InstantSource clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable TrainingProgress progress;

  /**
   * A school.
   *
   * @param thread on which trainings run
   */
  public VillageSchool(
      Records records,
      Tutor tutor,
      Stage stage,
      Rules rules,
      Executor thread,
      InstantSource clock) {
    this.records = records;
    this.tutor = tutor;
    this.stage = stage;
    this.rules = rules;
    this.thread = thread;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Lesson> retrain(Consumer<TrainingProgress> listener) {
    if (!busy.compareAndSet(false, true)) {
      return declined(Phrase.of("retrain.busy"));
    }
    try {
      List<SubmittedPoem> poems = records.poems().forTraining();
      if (poems.isEmpty()) {
        busy.set(false);
        return declined(Phrase.of("retrain.no-poem"));
      }
      return CompletableFuture.supplyAsync(() -> run(poems, listener), thread)
          .whenComplete((lesson, fault) -> end());
    } catch (RuntimeException e) {
      end();
      throw e;
    }
  }

  private void end() {
    progress = null;
    busy.set(false);
  }

  private static CompletableFuture<Lesson> declined(Phrase sentence) {
    return CompletableFuture.completedFuture(new Lesson.Declined(sentence));
  }

  private Lesson run(List<SubmittedPoem> poems, Consumer<TrainingProgress> listener) {
    String name = tutor.base() + "-" + (records.history().all().size() + 1);
    try {
      Curriculum curriculum = Curriculum.of(poems, poem -> 0, rules.lessons());
      Judgement judgement =
          tutor.teach(
              name,
              curriculum,
              now -> {
                progress = now;
                listener.accept(now);
              });
      return judged(name, poems.size(), judgement);
    } catch (RuntimeException e) {
      LOG.error("The training of {} broke off", name, e);
      return new Lesson.Failed(Phrase.of("retrain.broke-off"));
    }
  }

  private Lesson judged(String name, int poems, Judgement judgement) {
    // Where there are too few poems to hold some out, what the base model knew is the judge.
    Tutor.Comparison judge =
        judgement.community().words() > 0 ? judgement.community() : judgement.base();
    boolean good = judge.rise() <= rules.tolerance();
    Phrase why = Phrase.of("retrain.worse", judge.before(), judge.after());
    var version =
        new ModelVersion(
            name,
            tutor.base(),
            clock.instant(),
            poems,
            judge.before(),
            judge.after(),
            good ? State.IN_SERVICE : State.REJECTED,
            good ? null : why.english());
    records.history().add(version);
    if (!good) {
      tutor.discard(name);
      return new Lesson.Rejected(version, why);
    }
    stage.enter(name);
    return new Lesson.Promoted(version);
  }

  @Override
  public ModelStatus status() {
    return new ModelStatus(
        stage.current(),
        stage.description(),
        records.history().inService().filter(v -> v.name().equals(stage.current())).orElse(null),
        Optional.ofNullable(progress),
        records.poems().forTraining().size());
  }

  @Override
  public Optional<SubmittedPoem> closest(String text) {
    List<SubmittedPoem> shown =
        records.poems().forTraining().stream().filter(poem -> poem.consent().display()).toList();
    return new ClosestPoem(shown.stream().map(SubmittedPoem::text).toList())
        .to(text)
        .map(match -> shown.get(match.poem()));
  }
}
