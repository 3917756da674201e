package rhapsode.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.network.Checkpoint.Progress;
import rhapsode.network.TrainingReport.End;
import rhapsode.network.layer.Tally;

/**
 * Trains a network on a corpus, keeps the weights of the best epoch as the model, and a checkpoint
 * from which it can go on. One object trains once, on the calling thread, which takes the steps
 * itself or has them taken by several learners.
 */
public final class Trainer {
  private static final int SECONDS_BETWEEN_CHECKPOINTS = 180;

  private final TrainingPlan plan;
  private final BooleanSupplier stopped;
  private final TrainingListener listener;
  private final ModelFolder folder;
  private final Path checkpoint;
  private final String corpus;
  private final Vocabulary vocabulary;
  private final MultiLayerNetwork network;
  private final Optional<WeightAverage> average;
  private final Pupil pupil;
  private final Stopwatch watch;

  private int epoch;
  private int step;
  private int iteration;
  private double trainedSeconds;
  private long trained;
  private Tally tally;
  private final List<Epoch> done;
  private Instant lastCheckpoint;

  /**
   * Prepares a training in this process.
   *
   * @param stopped asked after each step; once true, the training saves and ends
   * @throws ModelException if there is nothing to resume, or it was a training on another text
   */
  public Trainer(
      TrainingPlan plan, InstantSource clock, BooleanSupplier stopped, TrainingListener listener) {
    this(plan, Optional.empty(), clock, stopped, listener);
  }

  /**
   * Prepares a training by several learners. The training text is theirs, not the plan's, which may
   * be empty if the plan has a vocabulary; its hash is that of the plan's origin.
   *
   * @param stopped asked after each round
   * @throws ModelException as for one process, or if the learners cannot be reached
   */
  public Trainer(
      TrainingPlan plan,
      Team team,
      InstantSource clock,
      BooleanSupplier stopped,
      TrainingListener listener) {
    this(plan, Optional.of(team), clock, stopped, listener);
  }

  private Trainer(
      TrainingPlan plan,
      Optional<Team> team,
      InstantSource clock,
      BooleanSupplier stopped,
      TrainingListener listener) {
    this.plan = plan;
    this.stopped = stopped;
    this.listener = listener;
    folder = new ModelFolder(plan.out(), plan.parent());
    checkpoint = plan.out().resolve("checkpoint.zip");
    corpus = team.isPresent() ? plan.origin().corpus() : plan.train().hash();
    TrainingStart start = TrainingStart.of(plan, team.map(Team::sharing), checkpoint, corpus);
    Progress progress = start.progress();
    vocabulary = start.vocabulary();
    network = start.network();
    average = start.average();
    pupil =
        team.<Pupil>map(several -> new Ensemble(several, plan, start))
            .orElseGet(() -> new Soloist(plan, start));
    epoch = progress.epoch();
    step = progress.step();
    iteration = progress.iteration();
    watch = new Stopwatch(clock, progress.seconds(), plan.time());
    trainedSeconds = progress.trainedSeconds();
    trained = progress.trained();
    tally = progress.tally();
    done = new ArrayList<>(progress.done());
    lastCheckpoint = watch.now();
  }

  /**
   * Trains to the end of the plan.
   *
   * @throws ModelException if the loss is no number any more, or the model cannot be written
   */
  public TrainingReport run() {
    try (pupil) {
      Files.createDirectories(plan.out());
      End end = End.EPOCHS;
      while (epoch < plan.epochs() && end == End.EPOCHS) {
        end = epoch();
      }
      return report(end);
    } catch (IOException e) {
      throw new ModelException(
          "The model cannot be written to %s (%s); check the folder and the space on the disk."
              .formatted(plan.out(), e.getMessage()),
          e);
    }
  }

  private End epoch() throws IOException {
    int steps = pupil.open(epoch, step);
    while (step < steps) {
      watch.pause(listener::giveWay);
      Instant before = watch.now();
      if (!learn()) {
        save();
        return End.STOPPED;
      }
      trainedSeconds += watch.secondsSince(before);
      listener.step(moment(steps));
      if (stopped.getAsBoolean()) {
        save();
        return End.STOPPED;
      }
      if (watch.isUp()) {
        save();
        judge();
        return End.TIME;
      }
      if (watch.secondsSince(lastCheckpoint) > SECONDS_BETWEEN_CHECKPOINTS) {
        save();
      }
    }
    judge();
    epoch++;
    step = 0;
    tally = Tally.NONE;
    save();
    return End.EPOCHS;
  }

  /**
   * Learns a little more.
   *
   * @return whether it did; a cluster may be gone once the training was stopped
   */
  private boolean learn() {
    try {
      Pupil.Lesson lesson = pupil.learn(step, iteration, pace());
      int before = iteration;
      step += lesson.steps();
      iteration += lesson.steps();
      average.ifPresent(weights -> weights.update(before, iteration));
      trained += lesson.tally().labels();
      tally = tally.plus(lesson.tally());
      return true;
    } catch (ArithmeticException e) {
      throw new ModelException(
          "The loss is not a number any more after %d steps; lower the learning rate and go on from the last checkpoint with --resume."
              .formatted(iteration),
          e);
    } catch (ModelException e) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      throw e;
    }
  }

  private Pace pace() {
    return Pace.of(plan.network().recipe(), plan.epochs(), watch.share());
  }

  private TrainingListener.Moment moment(int steps) {
    double fraction = pace().done(epoch, step, steps);
    double left = fraction == 0 ? 0 : watch.elapsed() * (1 - fraction) / fraction;
    return new TrainingListener.Moment(
        epoch + 1,
        plan.epochs(),
        fraction,
        wordsPerSecond(),
        score(tally, 0),
        Duration.ofMillis((long) (1000 * left)));
  }

  private double wordsPerSecond() {
    return trainedSeconds == 0 ? 0 : trained / trainedSeconds;
  }

  /** Judges the averaged weights, if there is an average. */
  private void judge() throws IOException {
    if (average.isPresent()) {
      average.get().during(this::judgeNow);
    } else {
      judgeNow();
    }
  }

  /** Judges the weights, and keeps them as the model if they are the best so far. */
  private void judgeNow() throws IOException {
    long unknown = Evaluation.unknown(plan.valid(), vocabulary);
    Tally judged = pupil.judge(() -> watch.pause(listener::giveWay));
    var result = new Epoch(score(tally, 0), score(judged, unknown));
    boolean best = done.stream().allMatch(e -> result.valid().meanLoss() < e.valid().meanLoss());
    done.add(result);
    if (best) {
      folder.write(plan.network(), vocabulary, network, plan.origin(), result);
    }
    listener.epoch(done.size(), result);
  }

  private static Score score(Tally tally, long unknown) {
    return new Score(tally.loss(), tally.correct(), tally.labels(), unknown);
  }

  private void save() throws IOException {
    if (!Double.isFinite(network.params().sumNumber().doubleValue())) {
      throw new ModelException(
          "The weights are not numbers any more after %d steps; lower the learning rate and go on from the last checkpoint with --resume."
              .formatted(iteration));
    }
    Checkpoint.write(
        checkpoint,
        network,
        average.map(WeightAverage::weights),
        new Progress(
            corpus,
            plan.seed(),
            epoch,
            step,
            iteration,
            watch.elapsed(),
            trainedSeconds,
            trained,
            tally,
            done),
        pupil.memory());
    lastCheckpoint = watch.now();
  }

  private TrainingReport report(End end) {
    return new TrainingReport(
        folder.name(),
        vocabulary.size(),
        Networks.parameters(network),
        Networks.parametersNotTrained(network),
        watch.elapsed() / 60,
        wordsPerSecond(),
        done,
        end);
  }
}
