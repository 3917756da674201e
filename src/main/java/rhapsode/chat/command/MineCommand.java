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
import rhapsode.community.PoemStatus;
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

  private static String text(List<SubmittedPoem> poems, Wording wording) {
    if (poems.isEmpty()) {
      return wording.say("mine.none");
    }
    String list =
        poems.stream()
            .limit(SHOWN)
            .map(poem -> wording.say(line(poem)))
            .collect(Collectors.joining("\n"));
    String rest = poems.size() > SHOWN ? "\n" + wording.say("mine.more", poems.size() - SHOWN) : "";
    return list + rest + "\n" + wording.say("mine.end");
  }

  private static Phrase line(SubmittedPoem poem) {
    Consent consent = poem.consent();
    return Phrase.of(
        "mine.line",
        poem.id(),
        poem.name(TITLE),
        status(poem.status()),
        yes(consent.training()),
        yes(consent.display()),
        yes(consent.attribution()));
  }

  private static Phrase status(PoemStatus status) {
    return switch (status) {
      case PENDING -> Phrase.of("poem.pending");
      case APPROVED -> Phrase.of("poem.approved");
      case REJECTED -> Phrase.of("poem.rejected");
      case WITHDRAWN -> Phrase.of("poem.withdrawn");
    };
  }

  private static Phrase yes(boolean allowed) {
    return allowed ? Phrase.of("yes") : Phrase.of("no");
  }
}
