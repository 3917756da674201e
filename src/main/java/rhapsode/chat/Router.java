package rhapsode.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings invocations to their commands: checks permission and options each time, and turns whatever
 * goes wrong into one sentence. Thread-safe.
 */
public final class Router {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final List<Command> commands;

  public Router(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /** All commands, in the order of the registry. */
  public List<Description> descriptions() {
    return commands.stream().map(Command::description).toList();
  }

  public Optional<Description> description(String path) {
    return find(path).map(Command::description);
  }

  private Optional<Command> find(String path) {
    return commands.stream()
        .filter(command -> command.description().path().equals(path))
        .findFirst();
  }

  /**
   * Answers an invocation.
   *
   * @return completes, always normally, when the last word is said
   */
  public CompletableFuture<Void> route(Invocation invocation, Replies replies) {
    Optional<Command> command = find(invocation.command());
    if (command.isEmpty()) {
      replies.say(Reply.discreet(unknown(invocation.command())));
      return Command.done();
    }
    Description description = command.get().description();
    Optional<String> fault =
        description.owners() && !invocation.person().owner()
            ? Optional.of("Only the owners of this bot can use /" + description.path() + ".")
            : OptionCheck.fault(description, invocation.options());
    if (fault.isPresent()) {
      replies.say(Reply.discreet(fault.get()));
      return Command.done();
    }
    return run(command.get(), invocation, replies);
  }

  private static CompletableFuture<Void> run(
      Command command, Invocation invocation, Replies replies) {
    CompletableFuture<Void> running;
    try {
      running = command.run(invocation, new Arguments(given(invocation)), replies);
    } catch (RuntimeException e) {
      running = CompletableFuture.failedFuture(e);
    }
    return running.exceptionally(
        fault -> {
          Throwable cause =
              fault instanceof CompletionException && fault.getCause() != null
                  ? fault.getCause()
                  : fault;
          LOG.error("/{} failed", command.description().path(), cause);
          replies.say(
              Reply.discreet(
                  "That did not work, and it is not your fault; please try again in a while."));
          return null;
        });
  }

  private static Map<String, String> given(Invocation invocation) {
    var given = new HashMap<>(invocation.options());
    given.values().removeIf(String::isBlank);
    return given;
  }

  private String unknown(String path) {
    List<String> paths = descriptions().stream().map(Description::path).toList();
    String hint =
        Nearest.to(path, paths)
            .map(near -> "did you mean /" + near + "?")
            .orElse("/help lists the commands.");
    return "There is no command /%s; %s".formatted(Nearest.shortened(path), hint);
  }
}
