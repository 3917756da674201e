package rhapsode.learning;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import rhapsode.community.PoemStore;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.wording.Phrase;

/**
 * Takes a run from its lessons to its end: teaches, judges, promotes. The promotion is the one step
 * of {@link ModelHistory#add}; a program that dies before it goes on with the old model, and one
 * that dies after it with the new one. Used by one thread.
 */
record Course(
    PoemStore poems, ModelHistory history, Faculty faculty, Gate gate, InstantSource clock) {
  /**
   * Runs it.
   *
   * @param run as it was begun
   * @param given poems that it was begun with
   */
  Lesson run(
      TrainingRun run,
      List<SubmittedPoem> given,
      Curriculum curriculum,
      Consumer<TrainingProgress> progress) {
    Tutor tutor = faculty.tutor();
    Judgement judgement = tutor.teach(run.model(), curriculum, progress);
    String serving = faculty.stage().current();
    Examiner examiner = faculty.examiner();
    var report =
        new Report(
            judgement,
            service(run.model(), serving, given, curriculum),
            serving,
            examiner.hear(serving),
            examiner.hear(run.model()));
    Runnable entrance = faculty.stage().ready(run.model());
    Optional<Phrase> objection = gate.objection(report).or(() -> takenBack(run));
    if (objection.isPresent()) {
      return rejected(run, objection.get(), report);
    }
    ModelVersion version = version(run, report, State.IN_SERVICE, Optional.empty());
    faculty.courier().send(run.model());
    record(version);
    entrance.run();
    return new Lesson.Promoted(version, report);
  }

  /** The poems of the curriculum that the model in service did not learn either. */
  private Comparison service(
      String model, String serving, List<SubmittedPoem> given, Curriculum curriculum) {
    if (serving.equals(faculty.tutor().base()) || knowsWhatItMayNot(serving)) {
      return Comparison.NONE;
    }
    Set<Long> learned = history.lessons(serving);
    Set<String> known =
        given.stream()
            .filter(poem -> learned.contains(poem.id()))
            .map(SubmittedPoem::text)
            .collect(Collectors.toSet());
    List<String> fair =
        curriculum.heldOut().stream().filter(text -> !known.contains(text)).toList();
    return fair.isEmpty()
        ? Comparison.NONE
        : new Comparison(
            faculty.tutor().perplexity(serving, fair),
            faculty.tutor().perplexity(model, fair),
            fair.stream().mapToLong(text -> text.split("\\s+").length).sum());
  }

  /** Whether a model learned from a poem that it could not learn from today. */
  boolean knowsWhatItMayNot(String model) {
    Set<Long> learned = history.lessons(model);
    var left = new HashSet<>(learned);
    poems.readForTraining(learned, poem -> left.remove(poem.id()));
    return !left.isEmpty();
  }

  /** Who took a poem back while it was learned must not find it in the model. */
  private Optional<Phrase> takenBack(TrainingRun run) {
    return knowsWhatItMayNot(run.model())
        ? Optional.of(Phrase.of("retrain.taken-back"))
        : Optional.empty();
  }

  private Lesson rejected(TrainingRun run, Phrase why, Report report) {
    ModelVersion version = version(run, report, State.REJECTED, Optional.of(why.english()));
    record(version);
    faculty.tutor().discard(run.model());
    return new Lesson.Rejected(version, why, report);
  }

  /** Unless this process was held up so long that another one has ended the run. */
  private void record(ModelVersion version) {
    if (!history.add(version)) {
      throw new CancellationException(
          "The run of " + version.name() + " had been ended by another process.");
    }
  }

  private ModelVersion version(
      TrainingRun run, Report report, State state, Optional<String> reason) {
    Comparison community = report.judgement().community();
    Comparison told = community.words() > 0 ? community : report.judgement().base();
    return new ModelVersion(
        run.model(),
        faculty.tutor().base(),
        clock.instant(),
        run.poems(),
        told.before(),
        told.after(),
        state,
        reason.orElse(null));
  }
}
