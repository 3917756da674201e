package rhapsode.discord;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import rhapsode.chat.Arguments;
import rhapsode.chat.Button;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Picture;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;

/** Commands that do as a test wishes. */
final class TestCommands {
  private TestCommands() {}

  /** Says a text back. */
  static final class Say implements Command {
    @Override
    public Description description() {
      return Description.open("say", Option.text("text", true, 6000));
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      replies.say(Reply.open(arguments.text("text")));
      return Command.done();
    }
  }

  /** Says something when it is told to. */
  static final class Slow implements Command {
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    @Override
    public Description description() {
      return Description.open("slow");
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      begun.complete(null);
      return finished.thenRun(() -> replies.say(Reply.open("At last.")));
    }

    void awaitBegun() {
      begun.join();
    }

    void finish() {
      finished.complete(null);
    }
  }

  /** Says whatever a test prepared. */
  static final class Prepared implements Command {
    private final String path;
    private final List<Reply> replies;

    Prepared(String path, Reply... replies) {
      this.path = path;
      this.replies = List.of(replies);
    }

    @Override
    public Description description() {
      return Description.open(path);
    }

    @Override
    public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies to) {
      replies.forEach(to::say);
      return Command.done();
    }
  }

  /** Puts a reply in the place of what was pressed. */
  static final class Decide implements Command {
    @Override
    public Description description() {
      return Description.pressed("decide", Option.text("what", true, 50));
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      replies.replace(Reply.open("Decided: " + arguments.text("what")));
      return Command.done();
    }
  }

  /** Puts a reply in the place of what was pressed, when it is told to. */
  static final class Late implements Command {
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    @Override
    public Description description() {
      return Description.pressed("late", Option.text("what", true, 50));
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      begun.complete(null);
      return finished.thenRun(() -> replies.replace(Reply.open("Decided late")));
    }

    void awaitBegun() {
      begun.join();
    }

    void finish() {
      finished.complete(null);
    }
  }

  /** Says nothing at all. */
  static final class Silent implements Command {
    @Override
    public Description description() {
      return Description.open("silent");
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      return Command.done();
    }
  }

  /** A card with a picture and two buttons. */
  static Reply card(byte[] png) {
    return new Reply(
        "A card",
        "",
        false,
        List.of(new Button("Yes", "decide", "yes"), new Button("No", "decide", "no")),
        Optional.of(new Picture(png, "A poem of one line: the moon")),
        Optional.empty());
  }
}
