package rhapsode.network.layer;

import java.util.List;

/**
 * Where the recurrent layers of a network stand in a batch of texts: what a {@link Generator} goes
 * on from. Rows can be copied, reordered and dropped. Not thread-safe.
 */
public final class States {
  private final List<Integer> units;
  private int rows;
  private FloatMatrix[] now;
  private FloatMatrix[] spare;

  /** Empty states of so many texts. */
  States(int rows, List<Integer> units) {
    this.units = List.copyOf(units);
    this.rows = rows;
    now = memory(rows);
    spare = memory(rows);
  }

  /** Hidden state and cells of each layer. */
  private FloatMatrix[] memory(int most) {
    var memory = new FloatMatrix[2 * units.size()];
    for (int i = 0; i < memory.length; i++) {
      memory[i] = FloatMatrix.zeros(most, units.get(i / 2));
    }
    return memory;
  }

  /** How many texts there are. */
  public int rows() {
    return rows;
  }

  FloatMatrix hidden(int layer) {
    return now[2 * layer];
  }

  FloatMatrix cell(int layer) {
    return now[2 * layer + 1];
  }

  /** Goes on with copies of some rows, in the given order; the others are dropped. */
  public void keep(int[] from) {
    if (spare.length > 0 && spare[0].rows < from.length) {
      spare = memory(from.length);
    }
    copyTo(spare, from);
    FloatMatrix[] old = now;
    now = spare;
    spare = old;
    rows = from.length;
  }

  /** Other states, whose rows are copies of one row of these. */
  public States copies(int row, int count) {
    var copies = new States(count, units);
    int[] from = new int[count];
    java.util.Arrays.fill(from, row);
    copyTo(copies.now, from);
    return copies;
  }

  private void copyTo(FloatMatrix[] to, int[] from) {
    for (int i = 0; i < to.length; i++) {
      for (int row = 0; row < from.length; row++) {
        to[i].copy(row, now[i], java.util.Objects.checkIndex(from[row], rows), 1);
      }
    }
  }
}
