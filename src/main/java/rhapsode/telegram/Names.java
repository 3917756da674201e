package rhapsode.telegram;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rhapsode.chat.Description;
import rhapsode.chat.Surface;

/**
 * Telegram has no subcommands: {@code poems submit} is {@code /submit} there. A subcommand of the
 * poems goes by its own name, another by both words in one; a few have a name that reads better.
 * Immutable.
 */
final class Names {
  /** Telegram's limit of a command's name. */
  static final int LONGEST = 32;

  private static final Map<String, String> BETTER =
      Map.of("poems mine", "mypoems", "poems top", "toppoems", "poems random", "randompoem");

  /** Names that the adapter itself answers to. */
  private static final List<String> OWN = List.of("start", "cancel");

  private static final Pattern SPOKEN = Pattern.compile("(?<![\\w/])/([a-z]+ [a-z]+)\\b");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  /**
   * Names the typed ones of these commands.
   *
   * @throws IllegalArgumentException if two would have the same name
   */
  Names(List<Description> commands) {
    OWN.forEach(name -> paths.put(name, name));
    for (Description command : commands) {
      if (command.surface() == Surface.TYPED) {
        String name = name(command.path());
        names.put(command.path(), name);
        String other = paths.put(name, command.path());
        if (other != null || name.length() > LONGEST) {
          throw new IllegalArgumentException(
              "/" + command.path() + " cannot be called /" + name + " on Telegram");
        }
      }
    }
  }

  private static String name(String path) {
    String better = BETTER.get(path);
    if (better != null) {
      return better;
    }
    return path.startsWith("poems ") ? path.substring("poems ".length()) : path.replace(" ", "");
  }

  /** What a command is called on Telegram. */
  String of(String path) {
    return names.getOrDefault(path, path);
  }

  /** The command that is called so; empty if none is. */
  Optional<String> path(String name) {
    return Optional.ofNullable(paths.get(name)).filter(names::containsKey);
  }

  /** A sentence in which commands are called by their names on Telegram. */
  String spoken(String sentence) {
    Matcher matcher = SPOKEN.matcher(sentence);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                names.containsKey(found.group(1))
                    ? "/" + names.get(found.group(1))
                    : found.group()));
  }
}
