package rhapsode.chat.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Nearest;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Surface;

/** {@code /help}: what there is, and how one thing is used. */
final class HelpCommand implements Command {
  private static final int LONGEST_NAME = 100;

  private final Description description;
  private final List<Description> commands;

  /**
   * Explains these commands and itself.
   *
   * @param others all but this one
   */
  HelpCommand(List<Description> others) {
    List<String> names =
        Stream.concat(others.stream().map(Description::path), Stream.of("help")).toList();
    description =
        Description.discreet(
            "help",
            "Lists the commands, or explains one.",
            Option.text("command", false, LONGEST_NAME, names, "The command to explain."));
    commands = Stream.concat(others.stream(), Stream.of(description)).toList();
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    List<Description> visible =
        commands.stream()
            .filter(c -> c.surface() == Surface.TYPED)
            .filter(c -> c.audience().includes(invocation.person()))
            .toList();
    String text =
        arguments
            .optional("command")
            .map(asked -> explained(visible, asked.replace("/", "").strip()))
            .orElseGet(() -> list(visible));
    replies.say(Reply.discreet(text));
    return Command.done();
  }

  private static String explained(List<Description> commands, String typed) {
    String asked = typed.toLowerCase(Locale.ROOT);
    List<Description> meant =
        commands.stream().filter(c -> c.path().equals(asked) || c.base().equals(asked)).toList();
    if (!meant.isEmpty()) {
      return meant.stream().map(HelpCommand::explained).collect(Collectors.joining("\n\n"));
    }
    Optional<String> near = Nearest.to(asked, commands.stream().map(Description::path).toList());
    return near.map(name -> "There is no such command; did you mean /" + name + "?")
        .orElseGet(() -> "There is no such command. " + list(commands));
  }

  private static String list(List<Description> commands) {
    return "These are the commands:\n"
        + commands.stream()
            .map(command -> command.usage() + "\n    " + command.help())
            .collect(Collectors.joining("\n"));
  }

  private static String explained(Description command) {
    String options =
        command.options().stream()
            .map(
                option ->
                    "\n    %s%s: %s"
                        .formatted(
                            option.name(), option.required() ? "" : " (optional)", option.help()))
            .collect(Collectors.joining());
    String notice = command.notice().isEmpty() ? "" : "\n\n" + command.notice() + "\n";
    return command.usage() + "\n" + command.help() + notice + options;
  }
}
