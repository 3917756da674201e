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
import rhapsode.wording.Wording;

/** {@code /forms}: what forms there are. */
final class FormsCommand implements Command {
  private final Forms forms;

  FormsCommand(Forms forms) {
    this.forms = forms;
  }

  @Override
  public Description description() {
    return Description.open("forms");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    String list =
        forms.all().stream()
            .map(form -> form.name() + ": " + wording.say("form." + form.name()))
            .collect(Collectors.joining("\n"));
    replies.say(Reply.open(list + "\n" + wording.say("help.forms")));
    return Command.done();
  }
}
