package rhapsode.chat.command;

import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.community.PrivacyNotice;

/** {@code /privacy}: what is stored and how it is removed. */
final class PrivacyCommand implements Command {
  @Override
  public Description description() {
    return Description.discreet("privacy");
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    replies.say(Reply.discreet(PrivacyNotice.text(invocation.locale())));
    return Command.done();
  }
}
