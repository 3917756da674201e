package rhapsode.language;

import java.util.List;
import java.util.Set;

/**
 * Turns tokens back into verse: capitals at the start of lines and sentences, for {@code i} and for
 * words that always have one, punctuation spaced as in print, line breaks and blank lines where the
 * tokens say so.
 */
public final class Detokenizer {
  private static final Set<String> CLOSING = Set.of(",", ".", ";", ":", "!", "?", ")", "...", "]");
  private static final Set<String> ENDING = Set.of(".", "!", "?", "...");
  private static final Set<String> OPENING = Set.of("(", "[");

  private Detokenizer() {}

  /** As {@link #poem(List, Capitals)}, with no words that always have a capital. */
  public static String poem(List<String> tokens) {
    return poem(tokens, Capitals.NONE);
  }

  /** A whole poem, or what there is of it: no line break at the end. */
  public static String poem(List<String> tokens, Capitals capitals) {
    var text = new StringBuilder();
    int start = 0;
    for (int at = 0; at <= tokens.size(); at++) {
      boolean end = at == tokens.size();
      if (end || tokens.get(at).equals(Tokens.LINE)) {
        String line = line(tokens.subList(start, at), capitals);
        text.append(line).append(line.isEmpty() ? "" : "\n");
        start = at + 1;
      } else if (tokens.get(at).equals(Tokens.STANZA)) {
        text.append("\n");
        start = at + 1;
      } else if (tokens.get(at).equals(Tokens.POEM)) {
        break;
      }
    }
    return text.toString().strip();
  }

  /** As {@link #line(List, Capitals)}, with no words that always have a capital. */
  public static String line(List<String> tokens) {
    return line(tokens, Capitals.NONE);
  }

  /** One line. Structure tokens in it are passed over. */
  public static String line(List<String> tokens, Capitals capitals) {
    var text = new StringBuilder();
    boolean sentence = true;
    boolean glued = true;
    boolean quoted = false;
    for (String token : tokens) {
      if (Tokens.isStructure(token)) {
        continue;
      }
      boolean closes = CLOSING.contains(token) || token.equals("'") || token.equals("-");
      boolean closesQuote = token.equals("\"") && quoted;
      if (!glued && !closes && !closesQuote) {
        text.append(' ');
      }
      text.append(sentence || isI(token) || capitals.has(token) ? capital(token) : token);
      quoted ^= token.equals("\"");
      glued = OPENING.contains(token) || token.equals("-") || (token.equals("\"") && !closesQuote);
      sentence = ENDING.contains(token) || (sentence && !Tokens.isWord(token));
    }
    return text.toString();
  }

  static boolean isI(String token) {
    return token.equals("i") || token.startsWith("i'");
  }

  /** With its first letter in upper case, be it behind an apostrophe. */
  private static String capital(String token) {
    int letter = 0;
    while (letter < token.length() && !Character.isLetter(token.codePointAt(letter))) {
      letter += Character.charCount(token.codePointAt(letter));
    }
    if (letter == token.length()) {
      return token;
    }
    int first = token.codePointAt(letter);
    return token.substring(0, letter)
        + Character.toString(Character.toTitleCase(first))
        + token.substring(letter + Character.charCount(first));
  }
}
