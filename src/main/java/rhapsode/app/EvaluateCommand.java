package rhapsode.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.language.Corpus;
import rhapsode.language.LineScores;
import rhapsode.language.LineScores.LineScore;
import rhapsode.language.Score;
import rhapsode.language.TextFormat;
import rhapsode.network.Evaluation;
import rhapsode.network.ModelFolder;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkModel;

/** {@code rhapsode evaluate}: how well a model predicts a text. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Perplexity and accuracy of a model on a text, unknown words and line ends counted.")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "Model folder.")
  private Path model;

  @Option(names = "--text", required = true, paramLabel = "FILE", description = "Text to predict.")
  private Path text;

  @Option(
      names = "--format",
      defaultValue = "poems",
      description = "How the text holds its poems: ${COMPLETION-CANDIDATES}; default: poems.")
  private TextFormat format;

  @Option(
      names = "--lines",
      description =
          "Print each line's number of its poem, log-probability, tokens and words, with tabs between.")
  private boolean lines;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    NativeThreads.use(NativeThreads.usual());
    if (lines) {
      printLines();
      return CommandLine.ExitCode.OK;
    }
    Score score = Evaluation.score(new ModelFolder(model), Corpus.read(text, format));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(Json.of(score)));
    } else {
      out.printf(
          Locale.ROOT,
          "perplexity %.2f, accuracy %.2f%%, %,d tokens, %.2f%% of them unknown%n",
          score.perplexity(),
          100 * score.accuracy(),
          score.tokens(),
          100 * score.unknownShare());
    }
    return CommandLine.ExitCode.OK;
  }

  private void printLines() {
    PrintWriter out = spec.commandLine().getOut();
    for (LineScore line : new LineScores(NetworkModel.load(model)).of(Corpus.read(text, format))) {
      out.printf(
          Locale.ROOT,
          "%d\t%.4f\t%d\t%s%n",
          line.poem(),
          line.logProbability(),
          line.tokens(),
          line.text());
    }
    out.flush();
  }
}
