package rhapsode.judge;

/**
 * What one poem adds to a share: so many of so many.
 *
 * @param hits from 0 to {@code cases}
 * @param cases at least 0; 0 for a poem that does not count
 */
record Tally(double hits, double cases) {
  /** Of a poem that does not count. */
  static final Tally NONE = new Tally(0, 0);

  Tally {
    if (!(hits >= 0 && hits <= cases)) {
      throw new IllegalArgumentException(hits + " of " + cases + " is no share");
    }
  }

  /** Of a poem that counts as one case. */
  static Tally of(boolean hit) {
    return new Tally(hit ? 1 : 0, 1);
  }
}
