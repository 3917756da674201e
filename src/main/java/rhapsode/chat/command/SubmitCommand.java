package rhapsode.chat.command;

import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.ConsentText;
import rhapsode.community.Draft;
import rhapsode.community.Permission;
import rhapsode.community.PoemStatus;
import rhapsode.community.Receipt;
import rhapsode.community.Submission;
import rhapsode.community.Submissions;
import rhapsode.community.SubmittedPoem;

/** {@code /poems submit}: a poem for the network to learn from. */
final class SubmitCommand implements Command {
  private final Submissions submissions;

  SubmitCommand(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public Description description() {
    return Description.discreet(
            "poems submit",
            "Gives a poem of yours to Rhapsode.",
            Option.longText("text", Submission.LONGEST_TEXT, "The poem, line by line."),
            Option.text("title", false, Submission.LONGEST_TITLE, "Its title."),
            Option.flag("train", "May Rhapsode's network learn from this poem?"),
            Option.flag("display", "May the poem be shown to others?"),
            Option.flag("attribution", "May your name stand beside it?"))
        .noting(ConsentText.current().text());
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    var permission =
        new Permission(
            arguments.flag("train"),
            arguments.flag("display"),
            arguments.flag("attribution"),
            ConsentText.current().version());
    var draft =
        new Draft(
            invocation.person().author(),
            invocation.community(),
            arguments.optional("title").orElse(""),
            arguments.text("text"),
            permission);
    Receipt result = submissions.submit(draft, invocation.person().owner());
    replies.say(Reply.discreet(sentence(result)));
    return Command.done();
  }

  private static String sentence(Receipt result) {
    if (result instanceof Receipt.Accepted accepted) {
      SubmittedPoem poem = accepted.poem();
      String next =
          poem.status() == PoemStatus.PENDING
              ? "A moderator will look at it."
              : poem.consent().training()
                  ? "Rhapsode will learn from it at the next /retrain."
                  : "Rhapsode will not learn from it.";
      return "Thank you, poem %d is safely stored. %s".formatted(poem.id(), next);
    }
    return ((Receipt.Refused) result).sentence();
  }
}
