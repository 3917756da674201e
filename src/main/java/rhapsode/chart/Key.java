package rhapsode.chart;

import static rhapsode.chart.Canvas.Side.LEFT;

import java.awt.Color;

/** What colours and marks mean, set from the right edge leftwards. Not thread-safe. */
final class Key {
  private static final float SIZE = 29;

  private final Canvas canvas;
  private final double y;
  private double left;

  /** A key that ends at a point of its baseline. */
  Key(Canvas canvas, double right, double y) {
    this.canvas = canvas;
    this.left = right;
    this.y = y;
  }

  /** Where what is set so far begins. */
  double left() {
    return left;
  }

  void box(String word, Color ink) {
    word(word);
    canvas.box(left, y - 16, 18, 18, ink);
    left -= 20;
  }

  void dot(String word, Color ink) {
    word(word);
    canvas.dot(left + 9, y - 8, 8, ink);
    left -= 20;
  }

  void ring(String word, Color ink) {
    word(word);
    canvas.ring(left + 9, y - 8, 8, ink);
    left -= 20;
  }

  private void word(String word) {
    canvas.text(word, left, y, SIZE, Ink.QUIET, LEFT);
    left -= canvas.width(word, SIZE) + 26;
  }
}
