package rhapsode.card;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a card to those who cannot see it. */
final class AltText {
  /** UTF-16 characters; Discord takes no more. */
  static final int LONGEST = 1024;

  private AltText() {}

  /** A short introduction and the poem, cut at the end of a line with an ellipsis if too long. */
  static String of(CardText text) {
    String about =
        Stream.of(text.form(), text.subject().isBlank() ? "" : "on " + text.subject())
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return cut(
        "A poem by Rhapsode" + (about.isEmpty() ? "" : " (" + about + ")") + ":\n" + text.poem());
  }

  private static String cut(String whole) {
    if (whole.length() <= LONGEST) {
      return whole;
    }
    int end = whole.lastIndexOf('\n', LONGEST - 2);
    String shown = end > 0 ? whole.substring(0, end).stripTrailing() : "";
    if (shown.indexOf('\n') >= 0) {
      return shown + "\n…";
    }
    int hard = LONGEST - 1;
    return whole.substring(0, Character.isHighSurrogate(whole.charAt(hard - 1)) ? hard - 1 : hard)
        + "…";
  }
}
