package rhapsode.chat.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import rhapsode.chat.Arguments;
import rhapsode.chat.Command;
import rhapsode.chat.Description;
import rhapsode.chat.Invocation;
import rhapsode.chat.Option;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;

/** {@code /help}: what there is, and how one thing is used. */
final class HelpCommand implements Command {
  private final Supplier<List<Description>> commands;

  HelpCommand(Supplier<List<Description>> commands) {
    this.commands = commands;
  }

  @Override
  public Description description() {
    return new Description(
        "help",
        "Lists the commands, or explains one.",
        false,
        List.of(Option.text("command", false, "The command to explain.")));
  }

  @Override
  public CompletableFuture<Void> run(Invocation invocation, Arguments arguments, Replies replies) {
    String asked = arguments.optional("command").orElse("").replace("/", "").strip();
    List<Description> visible =
        commands.get().stream()
            .filter(command -> !command.owners() || invocation.person().owner())
            .toList();
    String text =
        visible.stream()
            .filter(command -> command.path().equals(asked))
            .findFirst()
            .map(HelpCommand::explained)
            .orElseGet(() -> list(visible, asked));
    replies.say(Reply.discreet(text));
    return Command.done();
  }

  private static String list(List<Description> commands, String asked) {
    String unknown = asked.isEmpty() ? "" : "There is no such command. ";
    return unknown
        + "These are the commands:\n"
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
    return command.usage() + "\n" + command.help() + options;
  }
}
