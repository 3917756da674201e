package rhapsode.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts verse into tokens. Tokens are: words in lower case, with apostrophes inside or before them
 * ({@code o'er}, {@code 'tis}); numbers; {@code --} and {@code ...}; every other visible sign by
 * itself, an emoji with all its parts; and the ends of lines, stanzas and the poem. Typographic
 * quotes and dashes become plain ones; control and invisible characters vanish. Takes any text, in
 * time proportional to its length.
 */
public final class Tokenizer {
  private static final int JOINER = 0x200D;

  private Tokenizer() {}

  /**
   * The tokens of one poem, from its first word to {@link Tokens#POEM}.
   *
   * @param poem lines separated by line breaks, stanzas by blank lines
   * @return only {@link Tokens#POEM} if there is nothing visible in it
   */
  public static List<String> poem(String poem) {
    var tokens = new ArrayList<String>();
    boolean open = false;
    for (String line : poem.split("\\R", -1)) {
      List<String> words = line(line);
      if (words.isEmpty()) {
        open = !tokens.isEmpty();
        continue;
      }
      if (open) {
        tokens.add(Tokens.STANZA);
        open = false;
      }
      tokens.addAll(words);
      tokens.add(Tokens.LINE);
    }
    tokens.add(Tokens.POEM);
    return tokens;
  }

  /** The tokens of one line, without its end. */
  public static List<String> line(String line) {
    int[] text = plain(line).codePoints().toArray();
    var tokens = new ArrayList<String>();
    int at = 0;
    while (at < text.length) {
      int end = end(text, at);
      if (isVisible(text[at])) {
        tokens.add(token(new String(text, at, end - at)));
      }
      at = end;
    }
    return tokens;
  }

  private static String plain(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFC)
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replace('\u02BC', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"')
        .replace("\u2026", "...")
        .replace("\u2014", "--")
        .replace("\u2013", "--")
        .toLowerCase(Locale.ROOT);
  }

  /** Long dashes and runs of dots have one spelling. */
  private static String token(String piece) {
    if (piece.startsWith("--")) {
      return "--";
    }
    return piece.startsWith("...") ? "..." : piece;
  }

  /** Where the token or the blank that starts here ends. */
  private static int end(int[] text, int at) {
    if (isLetter(text, at) || (text[at] == '\'' && isLetter(text, at + 1))) {
      return endOfWord(text, at + 1);
    }
    if (Character.isDigit(text[at])) {
      return endOfRun(text, at, Character::isDigit);
    }
    if (text[at] == '-' && endOfRun(text, at, c -> c == '-') > at + 1) {
      return endOfRun(text, at, c -> c == '-');
    }
    if (text[at] == '.' && endOfRun(text, at, c -> c == '.') > at + 2) {
      return endOfRun(text, at, c -> c == '.');
    }
    return isVisible(text[at]) ? endOfSign(text, at + 1) : at + 1;
  }

  private static int endOfWord(int[] text, int from) {
    int at = from;
    while (isLetter(text, at)
        || isMark(text, at)
        || (at < text.length && text[at] == '\'' && isLetter(text, at + 1))) {
      at++;
    }
    return at;
  }

  private static int endOfRun(int[] text, int from, java.util.function.IntPredicate belongs) {
    int at = from;
    while (at < text.length && belongs.test(text[at])) {
      at++;
    }
    return at;
  }

  /**
   * Takes marks, variation selectors, skin tones and joined signs along: one emoji is one token.
   */
  private static int endOfSign(int[] text, int from) {
    int at = from;
    while (at < text.length) {
      boolean joined = text[at] == JOINER && at + 1 < text.length && isVisible(text[at + 1]);
      if (joined) {
        at += 2;
      } else if (isMark(text, at) || (text[at] >= 0x1F3FB && text[at] <= 0x1F3FF)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isLetter(int[] text, int at) {
    return at < text.length && Character.isLetter(text[at]);
  }

  private static boolean isMark(int[] text, int at) {
    if (at >= text.length) {
      return false;
    }
    int type = Character.getType(text[at]);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isVisible(int character) {
    int type = Character.getType(character);
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE
        && type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK;
  }
}
