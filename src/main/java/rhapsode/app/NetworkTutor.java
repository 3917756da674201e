package rhapsode.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rhapsode.language.Corpus;
import rhapsode.language.Score;
import rhapsode.language.TextFormat;
import rhapsode.learning.Curriculum;
import rhapsode.learning.TrainingProgress;
import rhapsode.learning.Tutor;
import rhapsode.network.Epoch;
import rhapsode.network.Evaluation;
import rhapsode.network.Interpolation;
import rhapsode.network.ModelFolder;
import rhapsode.network.NetworkDescription;
import rhapsode.network.NetworkDescription.Recipe;
import rhapsode.network.Schedule;
import rhapsode.network.Trainer;
import rhapsode.network.TrainingPlan;
import rhapsode.network.TrainingReport;

/**
 * Teaches by fine-tuning the base network on the community's poems and rehearsed text, and by going
 * back towards the base as far as it takes to keep what that knew. Used by one thread.
 */
final class NetworkTutor implements Tutor {
  /** From which a training that was broken off goes on. */
  static final String CHECKPOINT = "checkpoint.zip";

  /** Words of base text to judge by: enough to see a change of one per cent. */
  private static final int JUDGING = 8000;

  /** Words of base text to a word of the community's: more of them would drown it. */
  private static final int REHEARSED = 2;

  /** Words of its own verse that the base model writes at the least. */
  private static final int LEAST_WRITTEN = 10_000;

  /** So many words of a community, read over, teach as much as a run has time for. */
  private static final int ENOUGH = 200_000;

  private final ModelFolders folders;
  private final Settings.Tuning settings;
  private final InstantSource clock;
  private final Manners manners;
  private final long seed;

  /**
   * How a training behaves towards the rest of the program.
   *
   * @param closing whether the program is about to end, which breaks a training off
   * @param giveWay called before each step of a training, on its thread; blocks as long as more
   *     urgent work is under way
   */
  record Manners(BooleanSupplier closing, Runnable giveWay) {}

  /**
   * A tutor.
   *
   * @param seed from which order, dropout and rehearsed text follow
   */
  NetworkTutor(
      ModelFolders folders,
      Settings.Tuning settings,
      InstantSource clock,
      Manners manners,
      long seed) {
    this.folders = folders;
    this.seed = seed;
    this.settings = settings;
    this.clock = clock;
    this.manners = manners;
  }

  @Override
  public String base() {
    return folders.baseName();
  }

  @Override
  public Judgement teach(String name, Curriculum curriculum, Consumer<TrainingProgress> progress) {
    discard(name);
    Corpus community = Corpus.of(curriculum.lessons());
    Corpus heldOut = Corpus.of(curriculum.heldOut());
    Rehearsal rehearsal = rehearsal(community);
    Corpus valid = heldOut.poems().isEmpty() ? rehearsal.judge() : heldOut;
    TrainingPlan plan = plan(name, community, valid).rehearsing(rehearsal.lessons());
    TrainingReport report =
        new Trainer(
                plan,
                clock,
                manners.closing(),
                new ProgressReports(clock, manners.giveWay(), progress))
            .run();
    removeCheckpoint(name);
    if (report.end() == TrainingReport.End.STOPPED) {
      throw new CancellationException("The training was stopped because the program ends.");
    }
    return judged(
        plan, report, new Interpolation.Terms(heldOut, rehearsal.judge(), settings.forgetting()));
  }

  /** As many as are set, but where there is much to read no more than two. */
  private int passes(Corpus community) {
    int enough = Math.max(2, ENOUGH / Math.max(1, community.size()));
    return Math.min(settings.epochs(), enough);
  }

  /** From the operator's corpus, if there is one, and else from what the base model writes. */
  private Rehearsal rehearsal(Corpus community) {
    int words = Math.min(settings.rehearsal(), REHEARSED * community.size());
    var amount = new Rehearsal.Amount(passes(community), words, JUDGING);
    return Rehearsal.of(
        settings.replay().map(this::replay).orElseGet(() -> ownVerse(amount)), amount);
  }

  private List<List<String>> replay(Path file) {
    var poems = new ArrayList<>(Corpus.read(file, TextFormat.POEMS).poems());
    Collections.shuffle(poems, new Random(seed));
    return poems;
  }

  /** In amounts that double, so that a community that grows has it written anew now and then. */
  private List<List<String>> ownVerse(Rehearsal.Amount amount) {
    int words = LEAST_WRITTEN;
    while (words < amount.judging() + amount.passes() * amount.words()) {
      words *= 2;
    }
    return new OwnVerse(folders.base(), folders.taught(), seed, manners.giveWay()).poems(words);
  }

  private TrainingPlan plan(String name, Corpus train, Corpus valid) {
    NetworkDescription network = new ModelFolder(folders.base()).description();
    int passes = passes(train);
    Recipe recipe =
        new Recipe(
            settings.rate(),
            Schedule.COSINE,
            settings.batch(),
            passes,
            network.recipe().clip(),
            0,
            network.recipe().heldOut());
    return new TrainingPlan(
        network.with(recipe),
        train,
        valid,
        folders.taught().resolve(name),
        passes,
        Optional.of(Duration.ofMillis((long) (settings.minutes() * 60_000))),
        seed,
        false,
        Optional.empty(),
        Optional.of(folders.base()),
        new ModelFolder.Origin(train.hash(), base(), "CC0-1.0", clock.instant()));
  }

  /** Goes back towards the base as far as it has to be, and keeps that model. */
  private Judgement judged(TrainingPlan plan, TrainingReport report, Interpolation.Terms terms) {
    var line = new Interpolation(folders.base(), plan.out(), manners.giveWay());
    Interpolation.Choice choice = line.choose(terms);
    Score train = report.best().train();
    Score valid = terms.gained().poems().isEmpty() ? choice.best().kept() : choice.best().gained();
    line.write(plan.origin(), new Epoch(train, valid));
    return new Judgement(
        comparison(choice.base().gained(), choice.best().gained()),
        comparison(choice.base().kept(), choice.best().kept()),
        choice.best().strength(),
        report.epochs().stream()
            .map(e -> new Pass(e.train().meanLoss(), e.valid().meanLoss()))
            .toList());
  }

  private static Comparison comparison(Score before, Score after) {
    return after.tokens() == 0
        ? Comparison.NONE
        : new Comparison(before.perplexity(), after.perplexity(), after.tokens());
  }

  @Override
  public double perplexity(String model, List<String> texts) {
    return Evaluation.score(new ModelFolder(folders.of(model)), Corpus.of(texts), manners.giveWay())
        .perplexity();
  }

  @Override
  public List<String> kept() {
    if (!Files.isDirectory(folders.taught())) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folders.taught())) {
      return inside
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !ModelFolders.isUnfinished(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folders.taught() + " cannot be read", e);
    }
  }

  /** A model in service needs no state of its optimiser. */
  private void removeCheckpoint(String name) {
    try {
      Files.deleteIfExists(folders.taught().resolve(name).resolve(CHECKPOINT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other threads and other processes may do the same meanwhile. */
  @Override
  public void discard(String name) {
    Path folder = folders.taught().resolve(name);
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + folder + " cannot be removed", e);
    }
  }
}
