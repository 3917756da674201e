package rhapsode.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.SubmittedPoem;
import rhapsode.language.Corpus;
import rhapsode.learning.Curriculum;
import rhapsode.learning.Tutor.Comparison;
import rhapsode.learning.Tutor.Judgement;
import rhapsode.network.NativeThreads;

/**
 * {@code rhapsode tune}: what {@code /retrain} does with the community's poems, with poems of
 * files.
 */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description = "Makes a model out of the base model and poems, as /retrain does.")
final class TuneCommand implements Callable<Integer> {
  private static final Consent CONSENT = new Consent(true, false, false, "file", Instant.EPOCH);

  @Spec private CommandSpec spec;

  @Option(
      names = "--poems",
      required = true,
      paramLabel = "FILE",
      description = "Poems of one author; may be given more than once.")
  private List<Path> poems = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Model folder.")
  private Path out;

  @Option(names = "--base", paramLabel = "DIR", description = "Base model; default: as the bot's.")
  private @Nullable Path base;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, of which learning counts; default: config/rhapsode.yml.")
  private @Nullable Path config;

  @Option(
      names = "--random-seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "For order, dropout and rehearsed text; default: ${DEFAULT-VALUE}.")
  private long randomSeed;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Settings settings =
        Settings.read(
            config == null ? Home.find(RhapsodeCommand.SETTINGS) : config, System.getenv());
    NativeThreads.use(settings.models().threads());
    Path parent = Home.baseModel(base == null ? settings.models().base() : Optional.of(base));
    new Destination(out)
        .objection(Optional.of(parent))
        .ifPresent(
            sentence -> {
              throw new CommandLine.ParameterException(spec.commandLine(), sentence);
            });
    Path folder = out.toAbsolutePath().normalize();
    var tutor =
        new NetworkTutor(
            new ModelFolders(parent, folder.resolveSibling("")),
            settings.learning().tuning(),
            InstantSource.system(),
            new NetworkTutor.Manners(() -> false, () -> {}),
            randomSeed);
    Curriculum curriculum = Curriculum.of(given(), poem -> 0, settings.learning().lessons());
    PrintWriter log = spec.commandLine().getErr();
    Judgement judgement =
        tutor.teach(String.valueOf(folder.getFileName()), curriculum, new TuningLog(log)::show);
    print(judgement);
    return CommandLine.ExitCode.OK;
  }

  private List<SubmittedPoem> given() {
    var given = new ArrayList<SubmittedPoem>();
    for (Path file : poems) {
      var author = new Author("file", file.toString(), file.toString());
      for (String text : Corpus.texts(file)) {
        given.add(
            new SubmittedPoem(
                given.size() + 1L,
                author,
                "files",
                "",
                text.strip(),
                Instant.EPOCH,
                CONSENT,
                PoemStatus.APPROVED));
      }
    }
    return given;
  }

  private void print(Judgement judgement) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Json.of(judgement)));
      return;
    }
    line(out, "held-out poems", judgement.community());
    line(out, "base text", judgement.base());
    out.printf(Locale.ROOT, "strength %.1f%n", judgement.strength());
  }

  private static void line(PrintWriter out, String what, Comparison on) {
    if (on.words() > 0) {
      out.printf(
          Locale.ROOT,
          "%s: perplexity %.2f, was %.2f (%+.1f%%), on %,d words%n",
          what,
          on.after(),
          on.before(),
          100 * on.rise(),
          on.words());
    }
  }
}
