package rhapsode.chat.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.Consent;
import rhapsode.community.Submissions;
import rhapsode.community.SubmittedPoem;

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
    return Description.discreet("poems mine", "Lists the poems you gave.");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    List<SubmittedPoem> poems = submissions.mine(invocation.person().author());
    replies.say(Reply.discreet(text(poems)));
    return Command.done();
  }

  private static String text(List<SubmittedPoem> poems) {
    if (poems.isEmpty()) {
      return "You have given no poem yet; /poems submit takes one.";
    }
    String list =
        poems.stream().limit(SHOWN).map(MineCommand::line).collect(Collectors.joining("\n"));
    String rest =
        poems.size() > SHOWN ? "\nand %,d older ones".formatted(poems.size() - SHOWN) : "";
    return list + rest + "\n/poems withdraw takes one back.";
  }

  private static String line(SubmittedPoem poem) {
    return "%d. %s (%s; %s)"
        .formatted(
            poem.id(),
            name(poem),
            poem.status().name().toLowerCase(Locale.ROOT),
            allowed(poem.consent()));
  }

  private static String name(SubmittedPoem poem) {
    String name = poem.title().isEmpty() ? poem.text().split("\n")[0] : poem.title();
    return name.codePointCount(0, name.length()) <= TITLE
        ? name
        : name.substring(0, name.offsetByCodePoints(0, TITLE)) + "…";
  }

  private static String allowed(Consent consent) {
    return "training %s, display %s, name %s"
        .formatted(yes(consent.training()), yes(consent.display()), yes(consent.attribution()));
  }

  private static String yes(boolean allowed) {
    return allowed ? "yes" : "no";
  }
}
