package rhapsode.network.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which steps of which sequence there are: poems are of uneven length, a batch is not. A recurrent
 * layer holds its state over a step that is missing, so that after the window it is that of the
 * last step there is; statistics leave it out.
 */
final class TimeMask {
  static final TimeMask NONE = new TimeMask(new float[0]);

  /** {@code [time * batch]}, 1 or 0; empty if all steps are there. */
  private final float[] present;

  private TimeMask(float[] present) {
    this.present = present;
  }

  /** From DL4J's {@code [batch, time]}. */
  static TimeMask of(@Nullable INDArray mask) {
    return mask == null ? NONE : new TimeMask(mask.transpose().dup('c').data().asFloat());
  }

  /** Whether all steps are there. */
  boolean isComplete() {
    return present.length == 0;
  }

  boolean isPresent(int row) {
    return present.length == 0 || present[row] != 0;
  }

  /** How many of so many rows are there. */
  int count(int rows) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      count += isPresent(row) ? 1 : 0;
    }
    return count;
  }
}
