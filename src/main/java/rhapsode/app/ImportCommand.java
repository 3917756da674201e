package rhapsode.app;

import java.io.IOException;
import java.nio.file.Files;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhapsode.community.Archive;
import rhapsode.community.ArchivedPoem;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Origin;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemText;
import rhapsode.community.Submission;
import rhapsode.store.Database;
import rhapsode.store.JdbcArchive;

/** {@code rhapsode import}: poems out of a file. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Takes the poems of an export, or of a plain corpus for the network to learn from: all of a"
            + " file or, if anything is wrong with it, none. What is there already is left out. The"
            + " bot must not run meanwhile.")
final class ImportCommand implements Callable<Integer> {
  private static final Author CORPUS = new Author("corpus", "corpus", "");

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "What 'rhapsode export' wrote.")
  private @Nullable Path file;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "Plain verse instead: poems with two blank lines between them.")
  private @Nullable Path corpus;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "Under which the corpus may be used, such as CC0-1.0.")
  private @Nullable String licence;

  @Option(
      names = "--provenance",
      paramLabel = "TEXT",
      description = "Who wrote the corpus, and where it was found.")
  private @Nullable String provenance;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() {
    List<ArchivedPoem> poems = poems();
    try (Database database = RhapsodeCommand.database(spec)) {
      Archive.Added result = new JdbcArchive(database).add(poems);
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%,d poems imported, %,d were there already, %,d had been withdrawn%n",
              result.added(),
              result.known(),
              result.withdrawn());
    }
    return CommandLine.ExitCode.OK;
  }

  private List<ArchivedPoem> poems() {
    if ((file == null) == (corpus == null)) {
      throw wrong("Name either a file that was exported, or a corpus with --corpus.");
    }
    if (file != null) {
      if (licence != null || provenance != null) {
        throw wrong("--licence and --provenance are for a corpus; an export has its own.");
      }
      return PoemLines.read(lines(file));
    }
    return corpus(Optional.ofNullable(corpus).orElseThrow());
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new FileFault("The file " + file + " cannot be read as UTF-8 text.", e);
    }
  }

  private List<ArchivedPoem> corpus(Path texts) {
    if (licence == null || licence.isBlank() || provenance == null || provenance.isBlank()) {
      throw wrong("A corpus needs --licence and --provenance.");
    }
    var origin = new Origin(licence, provenance);
    Instant now = clock.instant();
    var consent = new Consent(true, false, false, "licence", now);
    var poems = new ArrayList<ArchivedPoem>();
    var faults = new ArrayList<String>();
    int number = 0;
    for (String typed : Texts.of(List.of(texts))) {
      number++;
      String text = PoemText.clean(typed);
      if (text.length() > Submission.LONGEST_TEXT) {
        faults.add(
            "poem %,d has %,d characters; at most %,d fit"
                .formatted(number, text.length(), Submission.LONGEST_TEXT));
      } else if (!text.isBlank()) {
        var submission =
            new Submission(CORPUS, CORPUS.id(), "", text, consent, PoemStatus.APPROVED);
        poems.add(new ArchivedPoem(submission, now, List.of(), Optional.of(origin)));
      }
    }
    if (!faults.isEmpty()) {
      int told = Math.min(PoemLines.MOST_FAULTS, faults.size());
      throw new PoemLines.Faulty(faults.subList(0, told), faults.size());
    }
    return poems;
  }
}
