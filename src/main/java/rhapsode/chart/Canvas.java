package rhapsode.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import rhapsode.drawing.Drawing;

/**
 * A sheet of paper to draw on. Places and sizes are points, of which each is {@value #SCALE} pixels
 * wide and high. Not thread-safe.
 */
final class Canvas implements AutoCloseable {
  static final int SCALE = 2;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** On which side of its place a text stands. */
  enum Side {
    /** The text ends there. */
    LEFT,
    MIDDLE,
    /** The text begins there. */
    RIGHT
  }

  private final Face face;
  private final BufferedImage image;
  private final Graphics2D graphics;

  Canvas(Face face, int width, int height) {
    this.face = face;
    image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SCALE, SCALE);
    box(0, 0, width, height, Ink.PAPER);
  }

  /** A text on its baseline. */
  void text(String text, double x, double y, float size, Color ink, Side side) {
    if (text.isBlank()) {
      return;
    }
    TextLayout layout = layout(text, size);
    double back =
        switch (side) {
          case LEFT -> layout.getAdvance();
          case MIDDLE -> layout.getAdvance() / 2;
          case RIGHT -> 0;
        };
    // Outlines and not glyph images, so that no machine's settings have a say.
    fill(layout.getOutline(AffineTransform.getTranslateInstance(x - back, y)), ink);
  }

  double width(String text, float size) {
    return text.isEmpty() ? 0 : layout(text, size).getAdvance();
  }

  /** As much of a text as fits, with an ellipsis if that is not all. */
  String fitting(String text, float size, double room) {
    String shown = text;
    int end = text.length();
    while (end > 0 && width(shown, size) > room) {
      end = text.offsetByCodePoints(end, -1);
      shown = text.substring(0, end).stripTrailing() + "…";
    }
    return shown;
  }

  private TextLayout layout(String text, float size) {
    Font font = face.at(size);
    return new TextLayout(text, font, CONTEXT);
  }

  void line(double fromX, double fromY, double toX, double toY, float thick, Color ink) {
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(thick));
    graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
  }

  void dot(double x, double y, double radius, Color ink) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
  }

  /** A dot with the paper showing through. */
  void ring(double x, double y, double radius, Color ink) {
    dot(x, y, radius, ink);
    dot(x, y, radius - 2.5, Ink.PAPER);
  }

  void box(double x, double y, double width, double height, Color ink) {
    fill(new Rectangle2D.Double(x, y, width, height), ink);
  }

  private void fill(Shape shape, Color ink) {
    graphics.setColor(ink);
    graphics.fill(shape);
  }

  /** What something else paints, with its origin at a place. */
  void paint(double x, double y, java.util.function.Consumer<Graphics2D> painter) {
    Graphics2D own = (Graphics2D) graphics.create();
    try {
      own.translate(x, y);
      painter.accept(own);
    } finally {
      own.dispose();
    }
  }

  byte[] png() {
    return Drawing.png(image);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
