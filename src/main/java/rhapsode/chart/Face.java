package rhapsode.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.util.Map;
import rhapsode.drawing.Drawing;

/**
 * The face of the charts, which is that of the cards: it comes as a file on the class path, so no
 * font of the system is asked for. Thread-safe.
 */
final class Face {

  private final Font font;

  private Face(Font font) {
    this.font = font;
  }

  static Face load() throws IOException, FontFormatException {
    return new Face(Drawing.font());
  }

  /** The face at a size in points. */
  Font at(float size) {
    return font.deriveFont(
        Map.of(TextAttribute.SIZE, size, TextAttribute.KERNING, TextAttribute.KERNING_ON));
  }
}
