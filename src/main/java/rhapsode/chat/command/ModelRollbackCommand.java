package rhapsode.chat.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Audience;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Suggestion;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.School;
import rhapsode.wording.Wording;

/** {@code /model rollback}: an earlier model writes again. */
final class ModelRollbackCommand implements Command {
  private static final int LONGEST_NAME = 100;

  private final School school;

  ModelRollbackCommand(School school) {
    this.school = school;
  }

  @Override
  public Description description() {
    return Description.open("model rollback", Option.text("model", false, LONGEST_NAME))
        .to(Audience.OWNERS);
  }

  @Override
  public List<Suggestion> suggestions(Invocation soFar, Option option) {
    return school.models().stream()
        .filter(model -> model.state() == State.RETIRED)
        .map(model -> Suggestion.of(model.name()))
        .toList();
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    Wording wording = Wording.of(invocation.locale());
    return school
        .rollback(arguments.optional("model").map(String::strip))
        .thenAccept(sentence -> replies.say(Reply.open(wording.say(sentence))));
  }
}
