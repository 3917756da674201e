package rhapsode.chat.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Consent;
import rhapsode.community.Reason;
import rhapsode.community.Submissions;
import rhapsode.community.SubmittedPoem;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** {@code /poems mine}: what somebody gave. */
final class MineCommand implements Command {
  private static final int SHOWN = 20;
  private static final int TITLE = 60;

  private final Submissions submissions;

  MineCommand(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public Description description() {
    return Description.discreet("poems mine");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    List<SubmittedPoem> poems = submissions.mine(invocation.person().author());
    replies.say(Reply.discreet(text(poems, Wording.of(invocation.locale()))));
    return Command.done();
  }

  private String text(List<SubmittedPoem> poems, Wording wording) {
    if (poems.isEmpty()) {
      return wording.say("mine.none");
    }
    String list =
        poems.stream()
            .limit(SHOWN)
            .map(poem -> wording.say(line(poem, wording)))
            .collect(Collectors.joining("\n"));
    String rest = poems.size() > SHOWN ? "\n" + wording.say("mine.more", poems.size() - SHOWN) : "";
    return list + rest + "\n" + wording.say("mine.end");
  }

  private Phrase line(SubmittedPoem poem, Wording wording) {
    Consent consent = poem.consent();
    return Phrase.of(
        "mine.line",
        poem.id(),
        poem.name(TITLE),
        standing(poem, wording),
        Words.yes(consent.training()),
        Words.yes(consent.display()),
        Words.yes(consent.attribution()));
  }

  /** Where it stands; if it was refused, and with a reason, with that. */
  private Object standing(SubmittedPoem poem, Wording wording) {
    Phrase status = Words.status(poem.status());
    return submissions
        .refusal(poem)
        .<Object>map(why -> wording.say(status) + ": " + Reason.told(why, wording.locale()))
        .orElse(status);
  }
}
