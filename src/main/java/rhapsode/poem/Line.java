package rhapsode.poem;

/**
 * One line of verse.
 *
 * @param text the line as it is shown: capitals and punctuation in place, never blank, no line
 *     break
 */
public record Line(String text) {
  public Line {
    if (text.isBlank() || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line of verse is one non-blank line, not: " + text);
    }
  }
}
