package rhapsode.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows of a poem stand.
 *
 * @param cut the face at the size of the poem
 * @param size of the type, pixels
 * @param rows from above; baselines are relative to the top of the poem
 * @param width of the widest row with its indent, pixels
 * @param height from the top of the first row to the last baseline, pixels
 */
record Page(Typeface.Cut cut, float size, List<Row> rows, float width, float height) {
  private static final float LARGEST = 68;
  private static final float LARGEST_WRAPPED = 42;
  private static final float SMALLEST = 22;
  private static final float STEP = 2;
  private static final float LEADING = 1.2f;
  private static final float BETWEEN_STANZAS = 0.7f;
  private static final float INDENT = 1.6f;

  /** A row of a line: the first at the edge, what is turned over indented. */
  record Row(String text, float x, float baseline) {}

  /**
   * The largest type in which no line is turned over; if that were too small to read, the largest
   * in which the poem fits with lines turned over.
   *
   * @param stanzas showable lines
   * @param column width in pixels that no row exceeds
   * @param room height in pixels; exceeded only where the smallest type does not fit either
   */
  static Page of(Typeface face, List<List<String>> stanzas, float column, float room) {
    for (float size = LARGEST; size > LARGEST_WRAPPED; size -= STEP) {
      Page page = set(face, stanzas, column, size);
      if (page.height <= room && page.rows.size() == stanzas.stream().mapToInt(List::size).sum()) {
        return page;
      }
    }
    for (float size = LARGEST_WRAPPED; size > SMALLEST; size -= STEP) {
      Page page = set(face, stanzas, column, size);
      if (page.height <= room) {
        return page;
      }
    }
    return set(face, stanzas, column, SMALLEST);
  }

  private static Page set(Typeface face, List<List<String>> stanzas, float column, float size) {
    Typeface.Cut cut = face.cut(size, 0);
    var rows = new ArrayList<Row>();
    float width = 0;
    float y = size * 0.75f;
    float next = y;
    for (List<String> stanza : stanzas) {
      for (String line : stanza) {
        float x = 0;
        for (String text : Turnover.rows(line, cut, column, INDENT * size)) {
          y = next;
          rows.add(new Row(text, x, y));
          width = Math.max(width, x + cut.width(text));
          x = INDENT * size;
          next = y + LEADING * size;
        }
      }
      next += BETWEEN_STANZAS * size;
    }
    return new Page(cut, size, List.copyOf(rows), width, y);
  }
}
