package rhapsode.chat.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Suggestion;
import rhapsode.community.Submissions;
import rhapsode.wording.Wording;

/** {@code /poems withdraw}: takes a poem back. */
final class WithdrawCommand implements Command {
  private static final int LONGEST_NAME = 60;

  private final Submissions submissions;

  WithdrawCommand(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public Description description() {
    return Description.discreet(
        "poems withdraw", Option.whole("number", true, 1, 1_000_000_000_000L));
  }

  @Override
  public List<Suggestion> suggestions(Invocation soFar, Option option) {
    return submissions.mine(soFar.person().author()).stream()
        .map(
            poem ->
                new Suggestion(
                    poem.id() + ". " + poem.name(LONGEST_NAME), String.valueOf(poem.id())))
        .toList();
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    long number = arguments.whole("number");
    boolean withdrawn = submissions.withdraw(number, invocation.person().author());
    replies.say(
        Reply.discreet(
            Wording.of(invocation.locale())
                .say(withdrawn ? "withdraw.done" : "withdraw.none", number)));
    return Command.done();
  }
}
