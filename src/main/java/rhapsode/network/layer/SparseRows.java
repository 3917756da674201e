package rhapsode.network.layer;

import java.util.Arrays;

/**
 * Sums of vectors by row number, for the few rows of a large matrix that a batch touches: the
 * gradient of an embedding.
 */
final class SparseRows {
  private static final int NONE = -1;

  /** Where the sum of a row is, or {@link #NONE}. */
  private final int[] places;

  private int[] rows = {};
  private float[][] sums = {};
  private int count;

  SparseRows(int rows) {
    places = new int[rows];
    Arrays.fill(places, NONE);
  }

  /** Forgets all sums, and makes room for those of so many vectors. */
  void clear(int most, int width) {
    for (int i = 0; i < count; i++) {
      places[rows[i]] = NONE;
    }
    count = 0;
    if (rows.length < most) {
      rows = new int[most];
      sums = new float[most][width];
    }
  }

  void add(int row, float[] vector) {
    int place = places[row];
    if (place == NONE) {
      rows[count] = row;
      places[row] = count;
      System.arraycopy(vector, 0, sums[count], 0, vector.length);
      count++;
    } else {
      Elementwise.add(sums[place], vector, vector.length);
    }
  }

  /** How many rows were touched. */
  int count() {
    return count;
  }

  /** The number of one of the rows touched. */
  int row(int i) {
    return rows[i];
  }

  /** Its sum. */
  float[] sum(int i) {
    return sums[i];
  }
}
