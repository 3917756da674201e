package rhapsode.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseIndex;
import rhapsode.network.ModelFolder;

/** {@code rhapsode index}: tells a model what stands in its training text. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description =
        "Keeps with a model which phrases its training text holds, so that it does not copy them,"
            + " and which words have a capital there.")
final class IndexCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "Model folder.")
  private Path model;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description = "Text that must not be copied; may be given several times.")
  private List<Path> corpus;

  @Override
  public Integer call() {
    var folder = new ModelFolder(model);
    String summary =
        ModelStage.description(folder).english(); // Fails before the work if there is no model.
    List<String> poems = Texts.of(corpus);
    PhraseIndex phrases = PhraseIndex.of(poems.stream().map(PhraseHash::poem).toList());
    Capitals capitals = Capitals.learn(poems);
    folder.remember(phrases, capitals);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s (%s): %,d phrases of %d words and %,d of %d in %.1f MB, %,d words with a capital%n",
            folder.name(),
            summary,
            phrases.forbidden().size(),
            phrases.forbidden().length(),
            phrases.worn().size(),
            phrases.worn().length(),
            phrases.bytes() / 1e6,
            capitals.words().size());
    return CommandLine.ExitCode.OK;
  }
}
