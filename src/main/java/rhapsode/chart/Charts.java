package rhapsode.chart;

import java.util.Optional;
import rhapsode.drawing.Drawing;

/**
 * Draws charts. The same numbers give the same picture. No screen and no font of the system is
 * needed. Thread-safe.
 */
public final class Charts {
  /** Width of every chart, pixels: twice what it is laid out for, so that it is crisp. */
  public static final int WIDTH = Canvas.SCALE * 1000;

  private final Face face;

  private Charts(Face face) {
    this.face = face;
  }

  /**
   * Loads the font and draws a letter. Empty, with one warning in the log, where this Java cannot
   * draw text.
   */
  public static Optional<Charts> load() {
    return Drawing.attempt(
        "charts",
        () -> {
          var face = Face.load();
          try (var canvas = new Canvas(face, 20, 20)) {
            canvas.text("A", 10, 10, 10, Ink.TEXT, Canvas.Side.MIDDLE);
            canvas.png();
          }
          return new Charts(face);
        });
  }

  /** How a training went. */
  public Chart draw(TrainingChart training) {
    return new Chart(new TrainingPainter(face, training).png(), training.altText());
  }

  /** How a community grows. */
  public Chart draw(CommunityChart community) {
    return new Chart(new CommunityPainter(face, community).png(), community.altText());
  }
}
