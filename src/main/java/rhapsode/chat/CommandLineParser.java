package rhapsode.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code /poem winter moon form:haiku}: the name of the command, then words for its first
 * option, and {@code name:value} for the others. A text goes on up to the next name; anything in
 * quotes is taken as it stands. In a long text {@code /} between blanks begins a line and {@code
 * //} a stanza. Immutable.
 */
public final class CommandLineParser {
  private static final Set<Option.Type> TEXTS = Set.of(Option.Type.TEXT, Option.Type.LONG_TEXT);

  private final List<Description> commands;

  public CommandLineParser(List<Description> commands) {
    this.commands = commands;
  }

  /**
   * A line, taken apart.
   *
   * @param path of the command; if there is none of that name, what was probably meant to be one
   */
  public record Typed(String path, Map<String, String> options) {}

  /** Takes a line apart that starts with a slash. */
  public Typed parse(String line) {
    List<Word> words = Word.split(line.strip().substring(1));
    String one = path(words, 1);
    String two = path(words, 2);
    Optional<Description> command =
        commands.stream()
            .filter(c -> c.path().equals(one) || c.path().equals(two))
            .max(Comparator.comparingInt(c -> c.path().length()));
    if (command.isEmpty()) {
      boolean base = commands.stream().anyMatch(c -> c.path().startsWith(one + " "));
      return new Typed(base ? two : one, Map.of());
    }
    int named = command.get().path().equals(one) ? 1 : 2;
    List<Word> rest = words.subList(Math.min(named, words.size()), words.size());
    return new Typed(command.get().path(), options(command.get(), rest));
  }

  private static String path(List<Word> words, int count) {
    return words.stream()
        .limit(count)
        .map(word -> word.plain().value().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> options(Description command, List<Word> words) {
    var options = new LinkedHashMap<String, List<Word>>();
    String current = command.options().isEmpty() ? "" : command.options().get(0).name();
    for (Word word : words) {
      Optional<String> name = word.name().filter(n -> isOption(command, n, word.value()));
      if (name.isPresent()) {
        current = name.get();
        options.put(current, new ArrayList<>(List.of(new Word(Optional.empty(), word.value()))));
      } else {
        current = takesMore(command, current, options) ? current : free(command, word);
        options.computeIfAbsent(current, c -> new ArrayList<>()).add(word.plain());
      }
    }
    var texts = new LinkedHashMap<String, String>();
    options.forEach((name, value) -> texts.put(name, text(command, name, Word.text(value))));
    return texts;
  }

  /**
   * Whether it is known, or so near to a known one that it is a slip of the fingers. In verse a
   * blank follows a colon, so {@code The rain: it falls} does not name the option train.
   */
  private static boolean isOption(Description command, String name, String value) {
    List<String> names = command.options().stream().map(Option::name).toList();
    if (value.isEmpty()) {
      return names.contains(name)
          && command.options().stream().noneMatch(CommandLineParser::isVerse);
    }
    return names.contains(name) || (name.length() > 2 && Nearest.to(name, names).isPresent());
  }

  private static boolean isVerse(Option option) {
    return option.type() == Option.Type.LONG_TEXT;
  }

  /** Whether a free word goes on with the option before it, as in {@code title:The late moon}. */
  private static boolean takesMore(
      Description command, String name, Map<String, List<Word>> options) {
    Optional<Option> option = command.option(name);
    return option.isPresent()
        && (TEXTS.contains(option.get().type())
            || Word.text(options.getOrDefault(name, List.of())).isEmpty());
  }

  /** The option that a free word belongs to; where there is none, the word itself is the fault. */
  private static String free(Description command, Word word) {
    return command.options().isEmpty() ? word.plain().value() : command.options().get(0).name();
  }

  private static String text(Description command, String name, String value) {
    return command
        .option(name)
        .filter(CommandLineParser::isVerse)
        .map(o -> lines(value))
        .orElse(value);
  }

  /** Verse on one line, as it is quoted in print. */
  public static String lines(String text) {
    // The look behind keeps a long run of blanks from being read once for each of them.
    return text.replaceAll("(?<! ) ++// ++", "\n\n").replaceAll("(?<! ) ++/ ++", "\n");
  }
}
