package rhapsode.chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something people can ask of the bot, on every platform alike. Thread-safe. */
public interface Command {
  Description description();

  /**
   * Does it. Permission and options are checked already. Must not block: long work goes on in the
   * future.
   *
   * @return completes when the last word is said
   */
  CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies);

  /**
   * What may be meant by a value that is being typed; unfiltered, at most a few hundred. Anything
   * may be given in the end. May read a database.
   */
  default List<Suggestion> suggestions(Invocation soFar, Option option) {
    return option.choices().stream().map(Suggestion::of).toList();
  }

  /** The future of a command that has said its last word. */
  static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
