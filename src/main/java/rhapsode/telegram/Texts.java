package rhapsode.telegram;

import java.util.ArrayList;
import java.util.List;

/** Plain text as Telegram takes it: in HTML, and in messages of its length. */
final class Texts {
  /** Telegram's limit of a message, in UTF-16 units after entities are parsed. */
  static final int LONGEST_TEXT = 4096;

  /** Telegram's limit of a picture's caption, counted likewise. */
  static final int LONGEST_CAPTION = 1024;

  private Texts() {}

  /** The text with nothing in it that HTML would take for its own. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The text in pieces, none longer than {@code longest}: parted between stanzas, else between
   * lines, else between words, else anywhere but inside a character.
   */
  static List<String> parts(String text, int longest) {
    var parts = new ArrayList<String>();
    String rest = text.strip();
    while (rest.length() > longest) {
      int end = end(rest, longest);
      parts.add(rest.substring(0, end).stripTrailing());
      // A line's indent is part of a poem; the line break or blank before it is not.
      rest = rest.substring(end).replaceFirst("^(\\s*\\n| )", "");
    }
    if (!rest.isBlank()) {
      parts.add(rest);
    }
    return parts;
  }

  /** The beginning of a text, not longer than this and not ending within a character. */
  static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean within = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, within ? longest - 1 : longest);
  }

  private static int end(String text, int longest) {
    for (String gap : List.of("\n\n", "\n", " ")) {
      int end = text.lastIndexOf(gap, longest);
      if (end > 0 && !text.substring(0, end).isBlank()) {
        return end;
      }
    }
    return beginning(text, longest).length();
  }
}
