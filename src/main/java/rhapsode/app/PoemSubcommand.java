package rhapsode.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rhapsode.network.NativeThreads;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Poem;
import rhapsode.poem.ProofText;
import rhapsode.poet.Commission;
import rhapsode.poet.ModelPoet;
import rhapsode.poet.Mood;
import rhapsode.poet.Moods;
import rhapsode.poet.Outcome;
import rhapsode.prosody.Prosody;

/** {@code rhapsode poem}: poems without the bot. */
@Command(
    name = "poem",
    mixinStandardHelpOptions = true,
    description = "Writes poems about a word or a few.")
final class PoemSubcommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "SEED", description = "What the poem is about.")
  private List<String> seed;

  @Option(
      names = "--form",
      paramLabel = "F",
      description =
          "Its form: a name, or a rhyme scheme such as ABAB/8 or \"AABBA/8,8,5,5,8 anapestic\";"
              + " default: quatrain.")
  private @Nullable String form;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many poems, 1 to 1000; default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "0.8",
      description = "How freely words are chosen, 0.1 to 2; default: ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(names = "--mood", paramLabel = "M", description = "What it leans to; default: nothing.")
  private @Nullable String mood;

  @Option(
      names = "--random-seed",
      paramLabel = "S",
      description = "The same number gives the same poems; default: new ones each time.")
  private @Nullable Long randomSeed;

  @Option(names = "--model", paramLabel = "DIR", description = "Default: the one in models/.")
  private @Nullable Path model;

  @Option(names = "--proof", description = "Show below each poem how its lines keep the form.")
  private boolean proof;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "Write the poem as a picture too (PNG); of several, the files are numbered.")
  private @Nullable Path card;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Form wanted = check();
    Optional<Mood> wantedMood = mood();
    Optional<CardFiles> pictures = card == null ? Optional.empty() : Optional.of(pictures(card));
    Settings settings = RhapsodeCommand.settings(spec);
    NativeThreads.use(settings.models().threads());
    var poet =
        new ModelPoet(
            Repertoires.PLAIN.of(
                Home.baseModel(model == null ? settings.models().base() : Optional.of(model))),
            Prosody.load(),
            Runnable::run,
            InstantSource.system(),
            new SecureRandom()::nextLong,
            HouseRules.words(settings.community().refusedWords())::standIn);
    var poems = new ArrayList<Outcome.Written>();
    for (int i = 0; i < count; i++) {
      OptionalLong number =
          randomSeed == null ? OptionalLong.empty() : OptionalLong.of(randomSeed + i);
      var commission =
          new Commission(String.join(" ", seed), wanted, temperature, wantedMood, number);
      poems.add(written(poet.write(commission).join()));
    }
    print(poems);
    pictures.ifPresent(files -> files.write(poems.stream().map(Outcome.Written::poem).toList()));
    return CommandLine.ExitCode.OK;
  }

  private Form check() {
    Forms forms = Forms.load();
    if (count < 1 || count > 1000) {
      throw wrong("--count has to be from 1 to 1000, not " + count + ".");
    }
    if (!(temperature >= Commission.LOWEST_TEMPERATURE
        && temperature <= Commission.HIGHEST_TEMPERATURE)) {
      throw wrong("--temperature has to be from 0.1 to 2, not " + temperature + ".");
    }
    return form == null ? forms.standard() : FormOption.named(form, forms, spec.commandLine());
  }

  private CardFiles pictures(Path file) {
    return CardFiles.at(file)
        .orElseThrow(() -> wrong("This Java cannot draw text, so --card cannot be used here."));
  }

  private Optional<Mood> mood() {
    if (mood == null) {
      return Optional.empty();
    }
    Moods moods = Moods.load();
    return Optional.of(
        moods
            .named(mood)
            .orElseThrow(
                () ->
                    wrong(
                        "There is no mood '%s'; there are %s."
                            .formatted(mood, String.join(", ", moods.names())))));
  }

  private Outcome.Written written(Outcome outcome) {
    if (outcome instanceof Outcome.Written written) {
      return written;
    }
    throw wrong(((Outcome.Declined) outcome).sentence().english());
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private void print(List<Outcome.Written> poems) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = Map.of("poems", poems.stream().map(Json::of).toList());
      out.println(new ObjectMapper().writeValueAsString(object));
    } else {
      out.println(poems.stream().map(this::shown).collect(Collectors.joining("\n\n\n")));
    }
    out.flush();
  }

  private String shown(Outcome.Written written) {
    Poem poem = written.poem();
    return poem.text() + (proof ? "\n\n" + ProofText.of(poem.proof()) : "");
  }
}
