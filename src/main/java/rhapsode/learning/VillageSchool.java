package rhapsode.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.community.PoemStore;
import rhapsode.community.SubmittedPoem;
import rhapsode.language.ClosestPoem;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.logging.LogContext;
import rhapsode.wording.Phrase;

/**
 * A school with one class: every run starts from the base model, so that nothing of a withdrawn
 * poem is left, and its result enters service only if it passes the gate. Thread-safe.
 */
public final class VillageSchool implements School {
  private static final Logger LOG = LoggerFactory.getLogger(VillageSchool.class);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(3);

  /**
   * How a run goes.
   *
   * @param lessons how they are chosen
   * @param gate what a new model has to pass
   * @param kept how many retired models stay, so that they can come back
   */
  public record Rules(Curriculum.Rules lessons, Gate gate, int kept) {}

  /**
   * Where poems come from and results go.
   *
   * @param likes how many people like each poem that somebody likes, by its number
   */
  public record Records(
      PoemStore poems, Supplier<Map<Long, Integer>> likes, ModelHistory history) {}

  private final Records records;
  private final Faculty faculty;
  private final Rules rules;
  private final Executor thread;
  private final InstantSource clock;
  private final Course course;
  private final Keeper keeper;
  private volatile @Nullable TrainingProgress progress;

  /** The last run that this school began. */
  private volatile long own;

  /** Ends a run whose end could not be written down, as while the database was gone. */
  private volatile @Nullable Runnable overdue;

  /** Of the school's thread alone. */
  private Instant nextNote = Instant.MIN;

  /**
   * A school, after putting right what a program left that died.
   *
   * @param thread on which trainings run, one after another
   */
  public VillageSchool(
      Records records, Faculty faculty, Rules rules, Executor thread, InstantSource clock) {
    this.records = records;
    this.faculty = faculty;
    this.rules = rules;
    this.thread = thread;
    this.clock = clock;
    course = new Course(records.poems(), records.history(), faculty, rules.gate(), clock);
    keeper = new Keeper(course, rules.kept());
    keeper.recover();
  }

  @Override
  public CompletableFuture<Lesson> retrain(Cause cause, Consumer<TrainingProgress> listener) {
    endWhatIsOverdue();
    Map<Long, Integer> likes = records.likes().get();
    ToIntFunction<SubmittedPoem> likesOf = poem -> likes.getOrDefault(poem.id(), 0);
    List<SubmittedPoem> poems = drawn(likesOf);
    if (poems.isEmpty()) {
      forgetWhatWasTakenBack();
      return declined(Phrase.of("retrain.no-poem"));
    }
    Curriculum curriculum = Curriculum.of(poems, likesOf, rules.lessons());
    Set<String> lessons = new HashSet<>(curriculum.lessons());
    List<Long> read =
        poems.stream().filter(p -> lessons.contains(p.text())).map(SubmittedPoem::id).toList();
    Optional<TrainingRun> run =
        records.history().begin(cause, faculty.tutor().base(), read, clock.instant());
    if (run.isEmpty()) {
      return declined(Phrase.of("retrain.busy"));
    }
    own = run.get().id();
    LogContext context = LogContext.current();
    try {
      return CompletableFuture.supplyAsync(
              () -> context.call(() -> run(run.get(), poems, curriculum, listener)), thread)
          .whenComplete((lesson, fault) -> progress = null);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(interrupted(run.get()));
    }
  }

  /** Without a run, since there may be nothing left to learn from. */
  private void forgetWhatWasTakenBack() {
    try {
      thread.execute(this::tidy);
    } catch (RejectedExecutionException e) {
      LOG.debug("The program ends", e);
    }
  }

  private void endWhatIsOverdue() {
    Runnable end = overdue;
    if (end != null) {
      end.run();
      overdue = null;
    }
  }

  private List<SubmittedPoem> drawn(ToIntFunction<SubmittedPoem> likes) {
    long last = records.history().runs(1).stream().mapToLong(TrainingRun::id).findFirst().orElse(0);
    var draw = new Draw(Draw.MOST, poem -> likes.applyAsInt(poem) >= rules.lessons().liked(), last);
    records.poems().readForTraining(draw::offer);
    return draw.poems();
  }

  /**
   * Now and then, for those who ask elsewhere. A training goes on while the database is gone: only
   * its end has to be written down.
   *
   * @throws CancellationException if another process took this one for dead: it need not go on
   */
  private void note(TrainingRun run, TrainingProgress now) {
    Instant at = clock.instant();
    if (at.isBefore(nextNote)) {
      return;
    }
    nextNote = at.plus(BETWEEN_NOTES);
    boolean underWay;
    try {
      underWay = records.history().note(run.id(), now.fraction());
    } catch (RuntimeException e) {
      LOG.warn("How far the training of {} is could not be noted", run.model(), e);
      return;
    }
    if (!underWay) {
      throw new CancellationException("another process has ended the run");
    }
  }

  private Lesson interrupted(TrainingRun run) {
    end(
        run,
        () -> {
          if (!breakOff(run, Outcome.INTERRUPTED, "The program ended.")) {
            // Another process has ended the run; what came of it is nobody's.
            faculty.tutor().discard(run.model());
          }
        });
    return new Lesson.Failed(Phrase.of("retrain.interrupted"));
  }

  private boolean breakOff(TrainingRun run, Outcome outcome, String reason) {
    return records.history().breakOff(run.id(), outcome, reason, clock.instant());
  }

  private void end(TrainingRun run, Runnable end) {
    try {
      end.run();
    } catch (RuntimeException e) {
      LOG.error(
          "The training of {} is ended before the next one; now it cannot be", run.model(), e);
      overdue = end;
    }
  }

  private static CompletableFuture<Lesson> declined(Phrase sentence) {
    return CompletableFuture.completedFuture(new Lesson.Declined(sentence));
  }

  private Lesson run(
      TrainingRun run,
      List<SubmittedPoem> poems,
      Curriculum curriculum,
      Consumer<TrainingProgress> listener) {
    Lesson lesson;
    try {
      lesson =
          course.run(
              run,
              poems,
              curriculum,
              now -> {
                progress = now;
                note(run, now);
                listener.accept(now);
              });
    } catch (CancellationException e) {
      LOG.warn("The training of {} stops: {}", run.model(), e.getMessage());
      return interrupted(run);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      lesson = failed(run, e);
    }
    tidy();
    return lesson;
  }

  private Lesson failed(TrainingRun run, Throwable fault) {
    LOG.error("The training of {} broke off", run.model(), fault);
    end(
        run,
        () -> {
          if (breakOff(run, Outcome.FAILED, "It broke off; see the log.")) {
            faculty.tutor().discard(run.model());
          }
        });
    return new Lesson.Failed(Phrase.of("retrain.broke-off"));
  }

  /** What cannot be tidied now can be after the next run, or at the next start. */
  private void tidy() {
    try {
      keeper.tidy();
    } catch (RuntimeException e) {
      LOG.warn("Earlier models were not let go", e);
    }
  }

  @Override
  public ModelStatus status() {
    String current = faculty.stage().current();
    return new ModelStatus(
        current,
        faculty.stage().description(),
        records.history().find(current).orElse(null),
        Optional.ofNullable(progress),
        records.history().underWay().filter(run -> run.run().id() != own),
        records.poems().countForTraining());
  }

  @Override
  public List<ModelVersion> models() {
    return records.history().all();
  }

  @Override
  public List<TrainingRun> runs(int most) {
    return records.history().runs(most);
  }

  @Override
  public CompletableFuture<Phrase> rollback(Optional<String> model) {
    LogContext context = LogContext.current();
    return CompletableFuture.supplyAsync(() -> context.call(() -> keeper.rollback(model)));
  }

  @Override
  public Optional<SubmittedPoem> closest(String text, String model) {
    var search = new ClosestPoem<SubmittedPoem>(text);
    records
        .poems()
        .readForTraining(
            records.history().lessons(model),
            poem -> {
              if (poem.consent().display()) {
                search.offer(poem, poem.text());
              }
            });
    return search.closest();
  }
}
