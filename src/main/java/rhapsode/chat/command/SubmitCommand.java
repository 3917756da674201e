package rhapsode.chat.command;

import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Noticeboard;
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
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /poems submit}: a poem for the network to learn from. */
final class SubmitCommand implements Command {
  private final Submissions submissions;
  private final Reviews reviews;
  private final Noticeboard noticeboard;

  SubmitCommand(Submissions submissions, Reviews reviews, Noticeboard noticeboard) {
    this.submissions = submissions;
    this.reviews = reviews;
    this.noticeboard = noticeboard;
  }

  @Override
  public Description description() {
    return Description.discreet(
            "poems submit",
            Option.longText("text", Submission.LONGEST_TEXT),
            Option.text("title", false, Submission.LONGEST_TITLE),
            Option.flag("train"),
            Option.flag("display"),
            Option.flag("attribution"))
        .noting(ConsentText.current().key());
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
    replies.say(Reply.discreet(Wording.of(invocation.locale()).say(sentence(result))));
    if (result instanceof Receipt.Accepted accepted
        && accepted.poem().status() == PoemStatus.PENDING) {
      noticeboard.post(reader -> reviews.card(accepted.poem(), reader));
    }
    return Command.done();
  }

  private static Phrase sentence(Receipt result) {
    if (result instanceof Receipt.Accepted accepted) {
      SubmittedPoem poem = accepted.poem();
      return Phrase.of("submit.thanks", poem.id(), next(poem));
    }
    return ((Receipt.Refused) result).sentence();
  }

  private static Phrase next(SubmittedPoem poem) {
    if (poem.status() == PoemStatus.PENDING) {
      return Phrase.of("submit.moderated");
    }
    return poem.consent().training()
        ? Phrase.of("submit.learned")
        : Phrase.of("submit.not-learned");
  }
}
