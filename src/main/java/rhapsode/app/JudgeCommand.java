package rhapsode.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rhapsode.judge.Exhibit;
import rhapsode.judge.Library;
import rhapsode.judge.Protocol;
import rhapsode.judge.Sheet;
import rhapsode.judge.Table;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.prosody.Prosody;

/** {@code rhapsode judge}: how good the poems of a model, or of a file, are. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description =
        "Lets a model write by a fixed protocol and marks form, variety, novelty and time; or marks"
            + " the poems of a file in the same way.")
final class JudgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Judged judged = new Judged();

  /** One of the two. */
  static final class Judged {
    @Option(names = "--model", paramLabel = "DIR", description = "Model folder.")
    private @Nullable Path model;

    @Option(names = "--text", paramLabel = "FILE", description = "Poems to judge as they are.")
    private @Nullable Path text;
  }

  @Option(names = "--form", paramLabel = "F", description = "One form; default: all of them.")
  private @Nullable String form;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "Text that poems may have copied from; may be given several times.")
  private List<Path> corpus = List.of();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "" + Protocol.FULL,
      description = "Poems a form, 1 to " + Protocol.FULL + "; default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Print so many of the poems of each form below its table, unselected; each form shows"
              + " other seeds than the one before. Default: none.")
  private int show;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (count < 1 || count > Protocol.FULL) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--count has to be from 1 to %d, not %d.".formatted(Protocol.FULL, count));
    }
    Forms forms = Forms.load();
    Optional<Form> wanted =
        Optional.ofNullable(form).map(name -> FormOption.named(name, forms, spec.commandLine()));
    Optional<Library> library =
        corpus.isEmpty() ? Optional.empty() : Optional.of(Library.of(Texts.of(corpus)));
    if (show < 0 || show > count) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--show has to be from 0 to %d, not %d.".formatted(count, show));
    }
    print(hearing(forms, wanted, new Judging(Prosody.load(), library)));
    return CommandLine.ExitCode.OK;
  }

  private Judging.Hearing hearing(Forms forms, Optional<Form> wanted, Judging judging) {
    if (judged.text != null) {
      List<Sheet> sheets = judging.text(Texts.of(List.of(judged.text)), wanted);
      return new Judging.Hearing(sheets, List.of());
    }
    List<Form> asked = wanted.map(List::of).orElse(forms.all());
    var protocol = new Protocol(count);
    return judging.model(
        java.util.Objects.requireNonNull(judged.model),
        asked,
        protocol,
        spec.commandLine().getErr());
  }

  private void print(Judging.Hearing hearing) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(JudgeJson.of(hearing.sheets())));
    } else {
      out.println(hearing.sheets().stream().map(Table::of).collect(Collectors.joining("\n\n")));
      for (int form = 0; form < hearing.poems().size(); form++) {
        List<Exhibit> poems = hearing.poems().get(form);
        for (int i = 0; i < show; i++) {
          out.println();
          out.println(shown(poems.get((form * show + i) % poems.size())));
        }
      }
    }
    out.flush();
  }

  private static String shown(Exhibit poem) {
    String form = poem.form().map(Form::name).orElse("");
    String verse = poem.lines().isEmpty() ? "(no poem)" : String.join("\n", poem.lines());
    return "%s, %s:%n%s".formatted(poem.seed().orElse(""), form, verse.indent(4).stripTrailing());
  }
}
