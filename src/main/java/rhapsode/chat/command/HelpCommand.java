package rhapsode.chat.command;

import java.util.List;
import java.util.Locale;
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
import rhapsode.wording.Wording;

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
        Stream.concat(
                others.stream()
                    .filter(other -> other.surface() == Surface.TYPED)
                    .map(Description::path),
                Stream.of("help"))
            .toList();
    description = Description.discreet("help", Option.text("command", false, LONGEST_NAME, names));
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
            .map(asked -> explained(visible, asked.replace("/", "").strip(), invocation.locale()))
            .orElseGet(() -> list(visible, invocation.locale()));
    replies.say(Reply.discreet(text));
    return Command.done();
  }

  private static String explained(List<Description> commands, String typed, Locale reader) {
    String asked = typed.toLowerCase(Locale.ROOT);
    List<Description> meant =
        commands.stream().filter(c -> c.path().equals(asked) || c.base().equals(asked)).toList();
    if (!meant.isEmpty()) {
      return meant.stream().map(c -> explained(c, reader)).collect(Collectors.joining("\n\n"));
    }
    Wording wording = Wording.of(reader);
    return Nearest.to(asked, commands.stream().map(Description::path).toList())
        .map(name -> wording.say("help.unknown-near", name))
        .orElseGet(() -> wording.say("help.unknown", list(commands, reader)));
  }

  private static String list(List<Description> commands, Locale reader) {
    return Wording.of(reader)
        .say(
            "help.list",
            commands.stream()
                .map(command -> command.usage() + "\n    " + command.help(reader))
                .collect(Collectors.joining("\n")));
  }

  private static String explained(Description command, Locale reader) {
    Wording wording = Wording.of(reader);
    String options =
        command.options().stream()
            .map(
                option ->
                    "\n    "
                        + wording.say(
                            option.required() ? "help.option" : "help.optional",
                            option.name(),
                            command.help(option, reader)))
            .collect(Collectors.joining());
    String notice = command.notice(reader);
    return command.usage()
        + "\n"
        + command.help(reader)
        + (notice.isEmpty() ? "" : "\n\n" + notice + "\n")
        + options;
  }
}
