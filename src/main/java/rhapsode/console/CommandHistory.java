package rhapsode.console;

import java.time.Instant;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.chat.CommandLineParser;
import rhapsode.chat.Description;
import rhapsode.chat.Option;

/**
 * Remembers commands, but none that holds a poem: a poem that is withdrawn must not live on in a
 * file.
 */
final class CommandHistory extends DefaultHistory {
  private static final Logger LOG = LoggerFactory.getLogger(CommandHistory.class);

  private final List<Description> commands;
  private final CommandLineParser parser;

  CommandHistory(List<Description> commands) {
    this.commands = commands;
    this.parser = new CommandLineParser(commands);
  }

  @Override
  public void attach(LineReader reader) {
    try {
      super.attach(reader);
    } catch (RuntimeException e) {
      // JLine gives up at bytes that are no text; a bot that does not start would be worse.
      LOG.warn("The history of the console cannot be read", e);
    }
  }

  @Override
  public void add(Instant time, String line) {
    if (line.lines().allMatch(this::isRemembered)) {
      super.add(time, line);
    }
  }

  private boolean isRemembered(String line) {
    if (!line.strip().startsWith("/")) {
      return false;
    }
    CommandLineParser.Typed typed = parser.parse(line);
    return commands.stream()
        .filter(command -> command.path().equals(typed.path()))
        .flatMap(command -> command.options().stream())
        .filter(option -> option.type() == Option.Type.LONG_TEXT)
        .noneMatch(option -> typed.options().containsKey(option.name()));
  }
}
