package rhapsode.chat.command;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.poem.Forms;

/** {@code /forms}: what forms there are. */
final class FormsCommand implements Command {
  private static final String HINT =
      """
      Ask for one like this: /poem moonlight form:haiku
      Or make one up: form:ABAB/8, form:---/5,7,5, form:"AABBA/8,8,5,5,8 anapestic". Lines with the \
      same letter rhyme; behind the slash stand their syllables and, if you like, a metre: iambic, \
      trochaic, anapestic, dactylic, amphibrachic.""";

  private final Forms forms;

  FormsCommand(Forms forms) {
    this.forms = forms;
  }

  @Override
  public Description description() {
    return Description.open("forms", "Lists the forms a poem can have.");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    String list =
        forms.all().stream()
            .map(form -> form.name() + ": " + form.description())
            .collect(Collectors.joining("\n"));
    replies.say(Reply.open(list + "\n" + HINT));
    return Command.done();
  }
}
