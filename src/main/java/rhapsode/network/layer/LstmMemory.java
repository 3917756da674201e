package rhapsode.network.layer;

/**
 * The native memory of a window through an LSTM, which all its slices share.
 *
 * @param hidden {@code [(time + 1) * batch, units]}: the state before the window, then the output
 *     steps
 * @param gates {@code [time * batch, 4 units]}: gate inputs; in the backward pass their gradients
 * @param below {@code [time * batch, inputs]}: the gradient with respect to the input
 * @param fromLater {@code [batch, units]}: the gradient that a later step hands to an earlier one
 */
record LstmMemory(FloatMatrix hidden, FloatMatrix gates, FloatMatrix below, FloatMatrix fromLater) {
  /** Enough for windows up to the size of one. */
  static LstmMemory of(Sequence largest, int units) {
    int rows = largest.rows();
    return new LstmMemory(
        FloatMatrix.zeros(rows + largest.batch(), units),
        FloatMatrix.zeros(rows, 4 * units),
        FloatMatrix.zeros(rows, largest.features()),
        FloatMatrix.zeros(largest.batch(), units));
  }
}
