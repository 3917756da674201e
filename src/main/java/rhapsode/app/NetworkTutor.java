package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.language.Corpus;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.Tutor;
import rhapsode.network.Epoch;
import rhapsode.network.Evaluation;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;
import rhapsode.network.NetworkDescription;
import rhapsode.network.NetworkDescription.Recipe;
import rhapsode.network.Schedule;
import rhapsode.network.Trainer;
import rhapsode.network.TrainingListener;
import rhapsode.network.TrainingPlan;
import rhapsode.network.TrainingReport;

/** Teaches by fine-tuning the base network. Used by one thread. */
final class NetworkTutor implements Tutor {
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(400);

  private final Path base;
  private final Path models;
  private final Settings.Learning settings;
  private final InstantSource clock;
  private final BooleanSupplier closing;

  /**
   * A tutor.
   *
   * @param base folder of the base model
   * @param models folder in which new models are kept
   * @param closing whether the program is about to end, which breaks a training off
   */
  NetworkTutor(
      Path base,
      Path models,
      Settings.Learning settings,
      InstantSource clock,
      BooleanSupplier closing) {
    this.base = base;
    this.models = models;
    this.settings = settings;
    this.clock = clock;
    this.closing = closing;
  }

  @Override
  public String base() {
    return new ModelFolder(base).name();
  }

  @Override
  public Judgement teach(
      String name,
      List<String> lessons,
      List<String> heldOut,
      Consumer<TrainingProgress> progress) {
    discard(name);
    Corpus train = Corpus.of(lessons);
    Corpus valid = Corpus.of(heldOut);
    double before = Evaluation.score(new ModelFolder(base), valid).perplexity();
    TrainingReport report =
        new Trainer(plan(name, train, valid), clock, closing, new Reporter(progress)).run();
    removeCheckpoint(name);
    if (report.end() == TrainingReport.End.STOPPED) {
      throw new ModelException("The training was stopped because the program ends.");
    }
    double after = Evaluation.score(new ModelFolder(models.resolve(name)), valid).perplexity();
    return new Judgement(before, after);
  }

  private TrainingPlan plan(String name, Corpus train, Corpus valid) {
    NetworkDescription network = new ModelFolder(base).description();
    Recipe recipe =
        new Recipe(
            settings.rate(),
            Schedule.COSINE,
            settings.batch(),
            settings.epochs(),
            network.recipe().clip(),
            0,
            settings.heldOut());
    return new TrainingPlan(
        network.with(recipe),
        train,
        valid,
        models.resolve(name),
        settings.epochs(),
        Optional.of(Duration.ofMillis((long) (settings.minutes() * 60_000))),
        1,
        false,
        Optional.empty(),
        Optional.of(base),
        new ModelFolder.Origin(train.hash(), base(), "CC0-1.0", clock.instant()));
  }

  /** A model in service needs no state of its optimiser. */
  private void removeCheckpoint(String name) {
    try {
      Files.deleteIfExists(models.resolve(name).resolve("checkpoint.zip"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void discard(String name) {
    Path folder = models.resolve(name);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + folder + " cannot be removed", e);
    }
  }

  /** Passes progress on, not more often than people can read. */
  private final class Reporter implements TrainingListener {
    private final Consumer<TrainingProgress> progress;
    private Instant last = Instant.MIN;

    Reporter(Consumer<TrainingProgress> progress) {
      this.progress = progress;
    }

    @Override
    public void step(Moment m) {
      Instant now = clock.instant();
      if (now.minus(BETWEEN_REPORTS).isAfter(last) || m.fraction() >= 1) {
        last = now;
        progress.accept(
            new TrainingProgress(
                m.epoch(),
                m.epochs(),
                m.fraction(),
                m.wordsPerSecond(),
                m.train().meanLoss(),
                m.left()));
      }
    }

    @Override
    public void epoch(int number, Epoch epoch) {
      // The next step reports.
    }
  }
}
