package rhapsode.chat.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Cost;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.community.WrittenPoem;
import rhapsode.poem.Finding;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poet.Commission;
import rhapsode.wording.Phrase;

/** {@code /poem}: a poem about something. */
final class PoemCommand implements Command {
  private final Writing writing;
  private final Description description;

  PoemCommand(Writing writing) {
    this.writing = writing;
    Forms forms = writing.forms();
    List<String> names = forms.all().stream().map(Form::name).toList();
    description =
        Description.open(
                "poem",
                Option.text("seed", true, Commission.LONGEST_SEED),
                Option.openChoice("form", Form.LONGEST_NAME, names, form -> fault(forms, form)),
                Option.number(
                    "temperature", Commission.LOWEST_TEMPERATURE, Commission.HIGHEST_TEMPERATURE),
                Option.choice("mood", writing.moods().names()),
                Option.optionalFlag("proof"))
            .costing(Cost.POEM);
  }

  @Override
  public Description description() {
    return description;
  }

  private static Optional<Phrase> fault(Forms forms, String form) {
    return forms.find(form) instanceof Finding.Nothing nothing
        ? Optional.of(nothing.sentence())
        : Optional.empty();
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    var request =
        new WrittenPoem.Request(
            arguments.text("seed"),
            arguments.optional("form").orElse(""),
            arguments.number("temperature").orElse(Commission.USUAL_TEMPERATURE),
            arguments.optional("mood").orElse(""));
    return writing.write(invocation, request, arguments.flag("proof", false), replies);
  }
}
