package rhapsode.chat.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.School;
import rhapsode.poem.Finding;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Poem;
import rhapsode.poem.ProofText;
import rhapsode.poet.Commission;
import rhapsode.poet.Moods;
import rhapsode.poet.Outcome;
import rhapsode.poet.Poet;

/** {@code /poem}: a poem about something. */
final class PoemCommand implements Command {
  private final Poet poet;
  private final Forms forms;
  private final Moods moods;
  private final School school;
  private final Description description;

  PoemCommand(Poet poet, Forms forms, Moods moods, School school) {
    this.school = school;
    this.poet = poet;
    this.moods = moods;
    this.forms = forms;
    List<String> names = forms.all().stream().map(Form::name).toList();
    description =
        Description.open(
            "poem",
            "Writes a poem about a word or a few.",
            Option.text("seed", true, Commission.LONGEST_SEED, "What should the poem be about?"),
            Option.openChoice(
                "form",
                Form.LONGEST_NAME,
                names,
                "Its form, or a rhyme scheme such as ABAB/8; /forms explains them.",
                this::fault),
            Option.number(
                "temperature",
                Commission.LOWEST_TEMPERATURE,
                Commission.HIGHEST_TEMPERATURE,
                "How freely words are chosen; usually " + Commission.USUAL_TEMPERATURE + "."),
            Option.choice("mood", moods.names(), "What it leans to."),
            Option.optionalFlag("proof", "Shall I show how each line keeps the form?"));
  }

  @Override
  public Description description() {
    return description;
  }

  private Optional<String> fault(String form) {
    return forms.find(form) instanceof Finding.Nothing nothing
        ? Optional.of(nothing.sentence())
        : Optional.empty();
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Form form = arguments.optional("form").map(this::form).orElse(forms.standard());
    double temperature = arguments.number("temperature").orElse(Commission.USUAL_TEMPERATURE);
    boolean proof = arguments.flag("proof", false);
    var commission =
        new Commission(
            arguments.text("seed"),
            form,
            temperature,
            arguments.optional("mood").flatMap(moods::named),
            OptionalLong.empty());
    return poet.write(commission).thenAccept(outcome -> replies.say(reply(outcome, proof)));
  }

  private Form form(String asked) {
    if (forms.find(asked) instanceof Finding.Found found) {
      return found.form();
    }
    throw new IllegalArgumentException("form " + asked + " was not checked");
  }

  private Reply reply(Outcome outcome, boolean proof) {
    if (outcome instanceof Outcome.Written written) {
      Poem poem = written.poem();
      String footer =
          String.format(
              Locale.ROOT,
              "%s by %s, %.1f s%s",
              poem.form().name(),
              poem.model(),
              written.took().toMillis() / 1000.0,
              poem.proof().holds() ? "" : "; not every line keeps the form");
      String shown = proof ? "\n\n" + ProofText.of(poem.proof()) + closest(poem) : "";
      return Reply.open(poem.text() + shown).footed(footer);
    }
    return Reply.discreet(((Outcome.Declined) outcome).sentence());
  }

  private String closest(Poem poem) {
    return school
        .closest(poem.text())
        .map(source -> "\nClosest to poem " + source.id() + " of the community" + title(source))
        .orElse("");
  }

  private static String title(SubmittedPoem poem) {
    return poem.title().isEmpty() ? "." : ", '" + poem.title() + "'.";
  }
}
