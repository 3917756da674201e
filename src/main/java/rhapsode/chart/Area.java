package rhapsode.chart;

/**
 * A part of a {@link Canvas} in which something is plotted, points.
 *
 * @param x of its left edge
 * @param y of its upper edge
 */
record Area(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  /** Where a share of the way from left to right is. */
  double across(double share) {
    return x + share * width;
  }

  /** Where a share of the way up is. */
  double up(double share) {
    return bottom() - share * height;
  }
}
