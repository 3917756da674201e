package rhapsode.discord;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is too long for one message: between stanzas, else lines, else words. */
final class Pieces {
  private static final List<String> SEAMS = List.of("\n\n", "\n", " ");

  private Pieces() {}

  /**
   * The text in pieces.
   *
   * @param escaped with its marks escaped; no piece ends within an escape or a character
   * @param longest characters of a piece, counted as Discord counts them (UTF-16)
   * @return none of them empty; none at all for a blank text
   */
  static List<String> of(String escaped, int longest) {
    var pieces = new ArrayList<String>();
    String rest = escaped.stripTrailing();
    while (rest.length() > longest) {
      int end = end(rest, longest);
      String piece = rest.substring(0, end).stripTrailing();
      if (!piece.isBlank()) {
        pieces.add(piece);
      }
      rest = withoutBlankLines(rest.substring(end));
    }
    if (!rest.isBlank()) {
      pieces.add(rest);
    }
    return List.copyOf(pieces);
  }

  /** Where the first piece ends; a seam in its first quarter would leave it nearly empty. */
  private static int end(String text, int longest) {
    for (String seam : SEAMS) {
      int at = text.lastIndexOf(seam, longest);
      if (at > longest / 4) {
        return at;
      }
    }
    int end = longest;
    while (end > 1 && (withinEscape(text, end) || Character.isLowSurrogate(text.charAt(end)))) {
      end--;
    }
    return end;
  }

  private static boolean withinEscape(String text, int at) {
    int slashes = 0;
    while (slashes < at && text.charAt(at - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static String withoutBlankLines(String text) {
    return text.replaceFirst("^\\h*(\\R\\h*(?=\\R))*\\R?", "");
  }
}
