package rhapsode.card;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Map;
import rhapsode.drawing.Drawing;

/** The face of the cards: kerned, with ligatures, unhinted. Thread-safe. */
final class Typeface {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Font font;

  private Typeface(Font font) {
    this.font = font;
  }

  static Typeface load() throws IOException, FontFormatException {
    return new Typeface(Drawing.font());
  }

  /** The face at a size in pixels, its letters set apart by a share of it. */
  Cut cut(float size, float tracking) {
    return new Cut(
        font.deriveFont(
            Map.of(
                TextAttribute.SIZE,
                size,
                TextAttribute.TRACKING,
                tracking,
                TextAttribute.KERNING,
                TextAttribute.KERNING_ON,
                TextAttribute.LIGATURES,
                TextAttribute.LIGATURES_ON)));
  }

  /**
   * A text with nothing that the face cannot show: marks and variants of a letter it lacks become
   * the plain letter, and other characters are left out. Blanks are single.
   */
  String showable(String text) {
    var shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.append(showable(c)));
    return shown.toString().replaceAll("\\s+", " ").strip();
  }

  private String showable(int character) {
    if (Character.isWhitespace(character)) {
      return " ";
    }
    if (shows(character)) {
      return Character.toString(character);
    }
    var plain = new StringBuilder();
    Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
        .codePoints()
        .filter(this::shows)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private boolean shows(int character) {
    return !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT
        && font.canDisplay(character);
  }

  /** The face at one size. */
  static final class Cut {
    private final Font font;

    private Cut(Font font) {
      this.font = font;
    }

    float width(String text) {
      return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
    }

    /** The outline of a text, not empty, that begins at a point of its baseline. */
    Shape outline(String text, double x, double y) {
      return new TextLayout(text, font, CONTEXT)
          .getOutline(AffineTransform.getTranslateInstance(x, y));
    }
  }
}
