package rhapsode.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A word of a typed line, or several in quotes.
 *
 * @param name what stands before its colon, in lower case; empty if it is plain or quoted
 * @param value what stands behind the colon, or all of it, with its quotes
 */
record Word(Optional<String> name, String value) {
  // A quote that is never closed is a character like others.
  private static final Pattern WORD =
      Pattern.compile("(?:(\\p{Alpha}{1,32}):)?(\"[^\"]*+\"(?=\\s|$)|\\S*+)");

  /** The same as part of a text, where its colon does not name an option. */
  Word plain() {
    return new Word(Optional.empty(), name.map(n -> n + ":" + value).orElse(value));
  }

  /** The text of these words; quotes that hold all of it are no part of it. */
  static String text(List<Word> words) {
    String text =
        words.stream()
            .map(Word::value)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.joining(" "));
    boolean quoted = text.length() > 1 && text.startsWith("\"");
    return quoted && text.indexOf('"', 1) == text.length() - 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Takes a line apart at blanks outside quotes, in linear time. */
  static List<Word> split(String line) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(line);
    int at = 0;
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at)) || !matcher.find(at)) {
        at++;
      } else {
        at = Math.max(matcher.end(), at + 1);
        words.add(new Word(lower(matcher.group(1)), matcher.group(2)));
      }
    }
    return words;
  }

  private static Optional<String> lower(@Nullable String name) {
    return Optional.ofNullable(name).map(n -> n.toLowerCase(Locale.ROOT));
  }
}
