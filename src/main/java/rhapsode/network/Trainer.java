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
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;

/**
 * Trains a network on a corpus, keeps the weights of the best epoch as the model, and a checkpoint
 * from which it can go on. One object trains once, on the calling thread.
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
  private final NetworkRunner runner;
  private final Optional<WeightAverage> average;
  private final Batches valid;
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
   * Prepares a training.
   *
   * @param stopped asked after each step; once true, the training saves and ends
   * @throws ModelException if there is nothing to resume, or it was a training on another text
   */
  public Trainer(
      TrainingPlan plan, InstantSource clock, BooleanSupplier stopped, TrainingListener listener) {
    this.plan = plan;
    this.stopped = stopped;
    this.listener = listener;
    folder = new ModelFolder(plan.out(), plan.parent());
    checkpoint = plan.out().resolve("checkpoint.zip");
    corpus = plan.train().hash();
    TrainingStart start = TrainingStart.of(plan, checkpoint, corpus);
    Progress progress = start.progress();
    vocabulary = start.vocabulary();
    network = start.network();
    runner = new NetworkRunner(network);
    average = start.average();
    int batch = plan.network().recipe().batch();
    valid = Batches.of(plan.valid(), vocabulary, plan.network(), batch);
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
    try {
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
    Batches.Steps steps = lessons().steps();
    if (step == 0) {
      runner.clearState();
    }
    while (step < steps.count()) {
      watch.pause(listener::giveWay);
      pace(steps.count());
      Instant before = watch.now();
      tally = tally.plus(learn(steps.batch(step)));
      step++;
      trainedSeconds += watch.secondsSince(before);
      listener.step(moment(steps.count()));
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

  /** What this pass reads, in an order of its own. */
  private Batches lessons() {
    int batch = plan.network().recipe().batch();
    return Batches.of(plan.lessons(epoch), vocabulary, plan.network(), batch)
        .shuffled(plan.seed() * 31 + epoch);
  }

  private Tally learn(Batch batch) {
    try {
      Tally now = runner.learn(batch.words(), batch.next(), batch.lanes(), iteration);
      iteration++;
      average.ifPresent(weights -> weights.update(iteration));
      trained += now.labels();
      if (valid.carriesState()) {
        FreshStarts.apply(runner, batch.lanes(), plan.seed(), iteration);
      }
      return now;
    } catch (ArithmeticException e) {
      throw new ModelException(
          "The loss is not a number any more after %d steps; lower the learning rate and go on from the last checkpoint with --resume."
              .formatted(iteration),
          e);
    }
  }

  /** Sets the learning rate by how much of the training is over. */
  private void pace(int steps) {
    var recipe = plan.network().recipe();
    PacedRate.set(network, recipe.rate() * recipe.schedule().share(fraction(steps)));
  }

  private double fraction(int steps) {
    double byText = (epoch + (double) step / steps) / plan.epochs();
    return Math.min(1, Math.max(byText, watch.share()));
  }

  private TrainingListener.Moment moment(int steps) {
    double fraction = fraction(steps);
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
    Tally judged = Evaluator.tally(runner, valid, () -> watch.pause(listener::giveWay));
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
            done));
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
