package rhapsode.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The face of the charts, which is that of the cards: it comes as a file on the class path, so no
 * font of the system is asked for. Thread-safe.
 */
final class Face {
  private static final String FILE = "/fonts/ttf/Markazi/MarkaziText-Regular.ttf";

  private final Font font;

  private Face(Font font) {
    this.font = font;
  }

  static Face load() throws IOException, FontFormatException {
    try (InputStream file = Face.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new FileNotFoundException("no font " + FILE + " on the class path");
      }
      return new Face(Font.createFont(Font.TRUETYPE_FONT, file));
    }
  }

  /** The face at a size in points. */
  Font at(float size) {
    return font.deriveFont(
        Map.of(TextAttribute.SIZE, size, TextAttribute.KERNING, TextAttribute.KERNING_ON));
  }
}
