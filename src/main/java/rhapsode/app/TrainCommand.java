package rhapsode.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.language.TextFormat;
import rhapsode.network.Cluster;
import rhapsode.network.ModelFolder;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkDescription;
import rhapsode.network.NetworkFile;
import rhapsode.network.Team;
import rhapsode.network.Trainer;
import rhapsode.network.TrainingPlan;
import rhapsode.network.TrainingReport;

/** {@code rhapsode train}: a network file and a corpus in, a model folder out. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a network on a corpus. Ctrl-C saves; --resume goes on.")
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--network", required = true, paramLabel = "FILE", description = "Network file.")
  private Path network;

  @Option(names = "--corpus", required = true, paramLabel = "FILE", description = "Training text.")
  private String corpus;

  @Option(
      names = "--more",
      paramLabel = "FILE",
      description = "More text to learn from, which does not choose the vocabulary.")
  private @Nullable Path more;

  @Option(
      names = "--parent",
      paramLabel = "DIR",
      description = "Model to start from instead of fresh weights; its vocabulary is kept.")
  private @Nullable Path parent;

  @Option(
      names = "--valid",
      paramLabel = "FILE",
      description = "Validation text; without it a share of the corpus is held out.")
  private @Nullable Path valid;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Model folder.")
  private Path out;

  @Option(names = "--minutes", paramLabel = "M", description = "Stop after so many minutes.")
  private @Nullable Double minutes;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes; default: as the file says.")
  private @Nullable Integer epochs;

  @Option(names = "--resume", description = "Go on from the checkpoint in the model folder.")
  private boolean resume;

  @Option(
      names = "--random-seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "For weights, dropout and order; default: ${DEFAULT-VALUE}.")
  private long randomSeed;

  @Option(
      names = "--format",
      defaultValue = "poems",
      description = "How the texts hold their poems: ${COMPLETION-CANDIDATES}; default: poems.")
  private TextFormat format;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Mixin private final ClusterOptions machines = new ClusterOptions();

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() throws Exception {
    check();
    NativeThreads.use(NativeThreads.usual());
    NetworkDescription description = NetworkFile.read(network);
    var progress = new ProgressBar(spec.commandLine().getErr());
    TrainingReport report;
    try (Cluster cluster = machines.connect().orElse(null)) {
      report = train(description, Optional.ofNullable(cluster), progress);
    }
    if (json) {
      spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(Json.of(report)));
    } else {
      progress.summary(report, out);
    }
    return CommandLine.ExitCode.OK;
  }

  private void check() {
    if (minutes != null && !(minutes > 0 && minutes <= 100_000)) {
      throw wrong("--minutes has to be above 0, not " + minutes + ".");
    }
    if (epochs != null && (epochs < 1 || epochs > 10_000)) {
      throw wrong("--epochs has to be from 1 to 10000, not " + epochs + ".");
    }
    new Destination(out)
        .objection(Optional.ofNullable(parent))
        .ifPresent(
            sentence -> {
              throw wrong(sentence);
            });
    machines.sharing();
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private TrainingText text(NetworkDescription network, Optional<Cluster> cluster) {
    var places =
        new TrainingText.Places(
            corpus, Optional.ofNullable(more), Optional.ofNullable(valid), format);
    if (!places.far()) {
      return TrainingText.near(places, network);
    }
    if (more != null) {
      throw wrong("--more is for texts on this machine; put all text into the one of --corpus.");
    }
    return TrainingText.far(
        places,
        network,
        cluster.orElseThrow(() -> wrong("A corpus at " + corpus + " needs --spark.")),
        machines.sharing());
  }

  private TrainingPlan plan(NetworkDescription network, TrainingText text) {
    return new TrainingPlan(
        network,
        text.train(),
        text.judge(),
        out,
        epochs == null ? network.recipe().epochs() : epochs,
        Optional.ofNullable(minutes).map(m -> Duration.ofMillis((long) (m * 60_000))),
        randomSeed,
        resume,
        text.words(),
        Optional.ofNullable(parent),
        new ModelFolder.Origin(
            text.hash(),
            parent == null ? "" : new ModelFolder(parent).name(),
            "CC0-1.0",
            clock.instant(),
            machines.named()));
  }

  /** Ctrl-C asks the training to save and end, and holds the process until it has. */
  private TrainingReport train(
      NetworkDescription network, Optional<Cluster> cluster, ProgressBar progress) {
    var stopped = new AtomicBoolean();
    var saved = new CountDownLatch(1);
    var hook = new Thread(() -> stopAndWait(stopped, saved), "save-on-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return trainer(network, cluster, stopped::get, progress).run();
    } finally {
      saved.countDown();
      if (!stopped.get()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private Trainer trainer(
      NetworkDescription network,
      Optional<Cluster> cluster,
      BooleanSupplier stopped,
      ProgressBar progress) {
    TrainingText text = text(network, cluster);
    TrainingPlan plan = plan(network, text);
    if (cluster.isEmpty()) {
      return new Trainer(plan, clock, stopped, progress);
    }
    Team team = text.team(cluster.get(), machines.sharing(), network);
    return new Trainer(plan, team, clock, stopped, progress);
  }

  private static void stopAndWait(AtomicBoolean stopped, CountDownLatch saved) {
    stopped.set(true);
    try {
      if (!saved.await(60, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
