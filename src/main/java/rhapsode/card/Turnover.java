package rhapsode.card;

import java.util.ArrayList;
import java.util.List;

/** Turns a line over that is wider than its column. */
final class Turnover {
  private Turnover() {}

  /** The rows of a line; each but the first has the indent less of room. */
  static List<String> rows(String line, Typeface.Cut cut, float column, float indent) {
    var rows = new ArrayList<String>();
    String rest = line;
    float room = column;
    while (cut.width(rest) > room) {
      int end = fitting(rest, cut, room);
      rows.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
      room = column - indent;
    }
    rows.add(rest);
    return rows;
  }

  /** Where a row ends: after the last word that fits, inside the word if not even one does. */
  private static int fitting(String text, Typeface.Cut cut, float room) {
    int end = text.length();
    do {
      end = text.lastIndexOf(' ', end - 1);
    } while (end > 0 && cut.width(text.substring(0, end)) > room);
    if (end > 0) {
      return end;
    }
    int first = text.offsetByCodePoints(0, 1);
    end = first;
    while (end < text.length()
        && cut.width(text.substring(0, text.offsetByCodePoints(end, 1))) <= room) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }
}
