package rhapsode.chat.command;

import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Replies;

/** A command that does what it does at once, and of which nothing else is to be told. */
record PlainCommand(Description description, Deed deed) implements Command {
  /** What is done; it says its last word before it returns. */
  interface Deed {
    void with(Invocation invocation, Arguments arguments, Replies replies);
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    deed.with(invocation, arguments, replies);
    return Command.done();
  }
}
