package rhapsode.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rhapsode.drawing.Drawing;
import rhapsode.poem.Poem;

/**
 * Draws poems as typographic cards. The same text gives the same picture. No screen and no font of
 * the system is needed. Thread-safe.
 */
public final class PoemCards {
  /** Width of every card, pixels. */
  public static final int WIDTH = 1080;

  /** Height of the lowest card, pixels. */
  public static final int LOWEST = 1080;

  /** Height of the highest card of a poem of at most 40 lines, pixels. */
  public static final int HIGHEST = 2400;

  /** No ink is nearer to an edge, pixels. */
  static final int MARGIN = 90;

  private static final int COLUMN = WIDTH - 2 * 110;
  private static final int TOP = 130;
  private static final int FOOT = 275;
  private static final int LONGEST_PART = 32;
  private static final float FOOT_SIZE = 29;

  private final Typeface face;

  private PoemCards(Typeface face) {
    this.face = face;
  }

  /**
   * Loads the font and draws a letter. Empty, with one warning in the log, where this Java cannot
   * draw text.
   */
  public static Optional<PoemCards> load() {
    return Drawing.attempt(
        "poems as pictures",
        () -> {
          var cards = new PoemCards(Typeface.load());
          cards.drawLetter();
          return cards;
        });
  }

  /** Needs of Java what a card does, in a hundredth of the time. */
  private void drawLetter() {
    var image = new BufferedImage(MARGIN, MARGIN, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.fill(face.cut(FOOT_SIZE, 0).outline("A", FOOT_SIZE, FOOT_SIZE));
    } finally {
      graphics.dispose();
    }
    Drawing.png(image);
  }

  /** The card of a poem of ours. */
  public Card draw(Poem poem) {
    return draw(CardText.of(poem));
  }

  /** The card of a text. Characters that the font lacks are left out. */
  public Card draw(CardText text) {
    List<List<String>> stanzas =
        text.stanzas().stream().map(s -> s.stream().map(this::line).toList()).toList();
    Page page = Page.of(face, stanzas, COLUMN, HIGHEST - TOP - FOOT);
    int height = Math.max(LOWEST, (int) Math.ceil(page.height()) + TOP + FOOT);
    var coverage = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = coverage.createGraphics();
    try {
      paint(graphics, page, foot(text), height);
    } finally {
      graphics.dispose();
    }
    BufferedImage image = Palette.of(text).ink(coverage, height - 195, height - 145);
    return new Card(Drawing.png(image), WIDTH, height, AltText.of(text));
  }

  private String line(String text) {
    String shown = face.showable(text);
    return shown.isEmpty() ? "…" : shown;
  }

  private String foot(CardText text) {
    String subject = clipped(face.showable(text.subject()));
    return Stream.of(
            clipped(face.showable(text.form())),
            subject.isEmpty() ? "" : "on " + subject,
            text.model().isBlank()
                ? "Rhapsode"
                : "Rhapsode, " + clipped(face.showable(text.model())))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  ·  "));
  }

  private void paint(Graphics2D graphics, Page page, String foot, int height) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    double left = (WIDTH - page.width()) / 2;
    double top = TOP + (height - TOP - FOOT - page.height()) / 2;
    for (Page.Row row : page.rows()) {
      graphics.fill(page.cut().outline(row.text(), left + row.x(), top + row.baseline()));
    }
    ornament(graphics, height - 170);
    Typeface.Cut small = face.cut(FOOT_SIZE, 0.04f);
    String shown = shortened(foot, small);
    graphics.fill(small.outline(shown, (WIDTH - small.width(shown)) / 2, height - 105));
  }

  /** A lozenge between two hairlines. */
  private static void ornament(Graphics2D graphics, double y) {
    double middle = WIDTH / 2.0;
    var lozenge = new Path2D.Double();
    lozenge.moveTo(middle - 9, y);
    lozenge.lineTo(middle, y - 9);
    lozenge.lineTo(middle + 9, y);
    lozenge.lineTo(middle, y + 9);
    lozenge.closePath();
    graphics.fill(lozenge);
    graphics.setStroke(new BasicStroke(1.6f));
    graphics.draw(new Line2D.Double(middle - 96, y, middle - 24, y));
    graphics.draw(new Line2D.Double(middle + 24, y, middle + 96, y));
  }

  private static String clipped(String part) {
    return part.codePointCount(0, part.length()) <= LONGEST_PART
        ? part
        : part.substring(0, part.offsetByCodePoints(0, LONGEST_PART - 1)).stripTrailing() + "…";
  }

  private static String shortened(String text, Typeface.Cut cut) {
    String shown = text;
    int end = text.length();
    while (cut.width(shown) > COLUMN) {
      end = text.offsetByCodePoints(end, -1);
      shown = text.substring(0, end).stripTrailing() + "…";
    }
    return shown;
  }
}
