package rhapsode.chart;

import java.awt.Color;

/** The colours of the charts: the cards' ivory, and inks that differ in lightness too. */
final class Ink {
  static final Color PAPER = new Color(0xF6F0E1);
  static final Color TEXT = new Color(0x2B2520);
  static final Color QUIET = new Color(0x6F614E);
  static final Color GRID = new Color(0xE2D8C3);
  static final Color DEEP = new Color(0x2F6573);
  static final Color OCHRE = new Color(0xC9963F);
  static final Color STONE = new Color(0xB3A58E);
  static final Color PLUM = new Color(0x84486B);
  static final Color RUST = new Color(0xA14B2E);

  private Ink() {}
}
