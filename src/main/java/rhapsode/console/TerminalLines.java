package rhapsode.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import rhapsode.chat.Description;
import rhapsode.chat.Option;

/** Lines from a terminal, with a history and completion of commands, options and choices. */
final class TerminalLines implements Lines {
  private final LineReader reader;

  /**
   * Reads from a terminal.
   *
   * @param history the file in which lines are remembered
   */
  TerminalLines(Terminal terminal, Path history, List<Description> commands) {
    var parser = new DefaultParser();
    parser.setEscapeChars(new char[0]); // Verse has apostrophes and backslashes of its own.
    parser.setQuoteChars(new char[0]);
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(parser)
            .completer(new Commands(commands))
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  @Override
  public @Nullable String read(String prompt) {
    while (true) {
      try {
        return reader.readLine(prompt);
      } catch (UserInterruptException e) {
        // Ctrl-C clears the line, as in a shell.
      } catch (EndOfFileException e) {
        return null;
      }
    }
  }

  @Override
  public void show(String text) {
    reader.printAbove(text + "\n");
  }

  @Override
  public boolean interactive() {
    return true;
  }

  /** Completes what was typed so far. */
  record Commands(List<Description> commands) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
      String before = line.line().substring(0, line.cursor() - line.wordCursor());
      for (String word : completions(before, line.word().substring(0, line.wordCursor()))) {
        candidates.add(new Candidate(word, word, null, null, null, null, !word.endsWith(":")));
      }
    }

    /** The words that could stand behind {@code before}, in place of {@code started}. */
    List<String> completions(String before, String started) {
      var words = new ArrayList<String>();
      String typed = before.stripLeading();
      for (Description command : commands) {
        String path = "/" + command.path();
        if (path.startsWith(typed) && path.length() > typed.length()) {
          words.add(path.substring(typed.length()).split(" ")[0]);
        } else if ((typed + " ").startsWith(path + " ")) {
          command.options().forEach(option -> words.addAll(words(option)));
        }
      }
      return words.stream().filter(word -> word.startsWith(started)).distinct().toList();
    }

    private static List<String> words(Option option) {
      return switch (option.type()) {
        case CHOICE -> option.choices().stream().map(c -> option.name() + ":" + c).toList();
        case FLAG -> List.of(option.name() + ":yes", option.name() + ":no");
        default -> List.of(option.name() + ":");
      };
    }
  }
}
