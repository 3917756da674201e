package rhapsode.poem;

import java.util.List;

/**
 * Lines that stand together.
 *
 * @param lines at least one
 */
public record Stanza(List<Line> lines) {
  public Stanza {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a stanza has at least one line");
    }
  }
}
