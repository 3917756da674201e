package rhapsode.network.layer;

import org.jspecify.annotations.Nullable;

/**
 * What one window through an LSTM needs, kept from window to window so that training allocates
 * nothing. What a layer returned is therefore valid until its next pass.
 *
 * <p>The products run on native memory; gates and cells live on the heap for the arithmetic between
 * the products, and stay there for the backward pass.
 */
final class LstmMemory {
  final int batch;
  final int time;
  final int units;

  /** {@code [(time + 1) * batch, units]}: the state before the window, then the output steps. */
  final FloatMatrix hidden;

  /** {@code [time * batch, 4 units]}: gate inputs; in the backward pass their gradients. */
  final FloatMatrix gateInputs;

  /** {@code [time * batch, inputs]}: the gradient with respect to the input. */
  final FloatMatrix below;

  /** {@code [batch, units]}: the gradient that a later step hands to an earlier one. */
  final FloatMatrix fromLater;

  /** {@code [time * batch, 4 units]}, after their activation functions. */
  final float[] gates;

  /** {@code [(time + 1) * batch, units]}: the cells before the window, then after each step. */
  final float[] cells;

  /** {@code [time * batch, units]}: tanh of the cells after each step. */
  final float[] squashed;

  /** {@code [batch, units]}, three times: work space of one step. */
  final float[] hiddenStep;

  final float[] cellStep;
  final float[] laterStep;

  /** {@code [batch, 4 units]}. */
  final float[] gateStep;

  /** {@code [4 units]}. */
  final float[] bias;

  private LstmMemory(int batch, int time, int units, int inputs) {
    this.batch = batch;
    this.time = time;
    this.units = units;
    int rows = time * batch;
    hidden = FloatMatrix.uninitialized(rows + batch, units);
    gateInputs = FloatMatrix.uninitialized(rows, 4 * units);
    below = FloatMatrix.uninitialized(rows, inputs);
    fromLater = FloatMatrix.uninitialized(batch, units);
    gates = new float[rows * 4 * units];
    cells = new float[(rows + batch) * units];
    squashed = new float[rows * units];
    hiddenStep = new float[batch * units];
    cellStep = new float[batch * units];
    laterStep = new float[batch * units];
    gateStep = new float[batch * 4 * units];
    bias = new float[4 * units];
  }

  /** The given memory if it has the right size, otherwise a new one. */
  static LstmMemory of(@Nullable LstmMemory old, int batch, int time, int units, int inputs) {
    boolean fits =
        old != null
            && old.batch == batch
            && old.time == time
            && old.units == units
            && old.below.columns == inputs;
    return fits && old != null ? old : new LstmMemory(batch, time, units, inputs);
  }
}
