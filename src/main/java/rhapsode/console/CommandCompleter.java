package rhapsode.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import rhapsode.chat.Description;
import rhapsode.chat.Option;
import rhapsode.chat.Surface;

/** Completes commands, the names of their options, and what those may be. */
record CommandCompleter(List<Description> commands) implements Completer {
  /** What is pressed elsewhere can be typed here, but nobody is led to it. */
  CommandCompleter {
    commands = commands.stream().filter(c -> c.surface() == Surface.TYPED).toList();
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor() - line.wordCursor());
    for (String word : completions(before, line.word().substring(0, line.wordCursor()))) {
      candidates.add(new Candidate(word, word, null, null, null, null, !word.endsWith(":")));
    }
  }

  /** The words that could stand behind {@code before}, in place of {@code started}. */
  List<String> completions(String before, String started) {
    String typed = before.stripLeading();
    return Stream.concat(names(typed), commands.stream().flatMap(c -> options(c, typed)))
        .filter(word -> word.startsWith(started))
        .distinct()
        .toList();
  }

  private Stream<String> names(String typed) {
    return Stream.concat(commands.stream().map(command -> "/" + command.path()), Stream.of("/quit"))
        .filter(path -> path.startsWith(typed) && path.length() > typed.length())
        .map(path -> path.substring(typed.length()).split(" ")[0]);
  }

  private static Stream<String> options(Description command, String typed) {
    String path = "/" + command.path() + " ";
    if (!typed.startsWith(path)) {
      return Stream.empty();
    }
    var words = new ArrayList<String>();
    for (Option option : command.options()) {
      boolean first = option.equals(command.options().get(0));
      if (first && option.type() == Option.Type.TEXT && typed.equals(path)) {
        words.addAll(option.choices());
      }
      if (!typed.contains(" " + option.name() + ":")) {
        words.addAll(named(option));
      }
    }
    return words.stream();
  }

  private static List<String> named(Option option) {
    return switch (option.type()) {
      case CHOICE, OPEN_CHOICE ->
          option.choices().stream().map(c -> option.name() + ":" + c).toList();
      case FLAG -> List.of(option.name() + ":yes", option.name() + ":no");
      default -> List.of(option.name() + ":");
    };
  }
}
