package rhapsode.chat;

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

  /** The future of a command that has said its last word. */
  static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
