package rhapsode.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rhapsode.chat.Description;
import rhapsode.chat.Option;

/**
 * Reads {@code /poem winter moon form:haiku}: the name of the command, then words for its first
 * option, and {@code name:value} for the others, the value in quotes if it has blanks. In a long
 * text {@code /} between blanks begins a line and {@code //} a stanza.
 */
final class CommandLineParser {
  private final List<Description> commands;

  CommandLineParser(List<Description> commands) {
    this.commands = commands;
  }

  /**
   * A line, taken apart.
   *
   * @param path of the command, or the first word if there is none of that name
   */
  record Typed(String path, Map<String, String> options) {}

  /** Takes a line apart that starts with a slash. */
  Typed parse(String line) {
    String typed = line.strip().substring(1).strip().replaceAll("[ \t]+", " ");
    Optional<Description> command =
        commands.stream()
            .filter(c -> typed.equals(c.path()) || typed.startsWith(c.path() + " "))
            .max(Comparator.comparingInt(c -> c.path().length()));
    if (command.isEmpty()) {
      return new Typed(typed.split(" ", 2)[0], Map.of());
    }
    String rest = typed.substring(command.get().path().length());
    return new Typed(command.get().path(), options(command.get(), rest));
  }

  private static Map<String, String> options(Description command, String rest) {
    var options = new LinkedHashMap<String, String>();
    var words = new ArrayList<String>();
    for (String word : words(rest)) {
      int colon = word.indexOf(':');
      Optional<Option> named =
          colon > 0 ? command.option(word.substring(0, colon)) : Optional.empty();
      if (named.isPresent()) {
        options.put(named.get().name(), value(named.get(), word.substring(colon + 1)));
      } else {
        words.add(word);
      }
    }
    if (!words.isEmpty() && !command.options().isEmpty()) {
      Option first = command.options().get(0);
      options.putIfAbsent(first.name(), value(first, String.join(" ", words)));
    } else if (!words.isEmpty()) {
      options.put(words.get(0), words.get(0));
    }
    return options;
  }

  private static String value(Option option, String typed) {
    String bare =
        typed.length() >= 2 && typed.startsWith("\"") && typed.endsWith("\"")
            ? typed.substring(1, typed.length() - 1)
            : typed;
    return option.type() == Option.Type.LONG_TEXT ? lines(bare) : bare;
  }

  /** Verse on one line, as it is quoted in print. */
  static String lines(String text) {
    return text.replaceAll("\\s+//\\s+", "\n\n").replaceAll("\\s+/\\s+", "\n");
  }

  /** Splits at blanks that are not inside quotes after a {@code name:} or at the very start. */
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = c == '"' && (word.isEmpty() || word.charAt(word.length() - 1) == ':');
      quoted = quoted ? c != '"' : opens;
      if (c == ' ' && !quoted) {
        add(words, word);
      } else {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
