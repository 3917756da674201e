package rhapsode.network.layer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One window through an LSTM, forward and back (Hochreiter and Schmidhuber 1997, with the forget
 * gate of Gers et al. 2000). Gate order, as DL4J has it: candidate, forget, output, input.
 */
final class LstmWindow {
  /**
   * Weights, or their gradients.
   *
   * @param input {@code [4 units, inputs]}
   * @param recurrent {@code [4 units, units]}
   * @param bias {@code [1, 4 units]}
   */
  record Parameters(FloatMatrix input, FloatMatrix recurrent, FloatMatrix bias) {}

  private final Sequence in;
  private final Parameters weights;
  private final LstmMemory memory;
  private final int batch;
  private final int time;
  private final int units;

  /**
   * Runs the window forward.
   *
   * @param hiddenBefore {@code [batch, units]}, zero if null
   * @param cellBefore {@code [batch, units]}, zero if null
   */
  LstmWindow(
      Sequence in,
      Parameters weights,
      @Nullable INDArray hiddenBefore,
      @Nullable INDArray cellBefore,
      LstmMemory memory) {
    this.in = in;
    this.weights = weights;
    this.memory = memory;
    this.batch = memory.batch;
    this.time = memory.time;
    this.units = memory.units;
    begin(hiddenBefore, cellBefore);
    Gemm.timesTransposed(in.matrix(), 0, weights.input(), memory.gateInputs, 0, in.rows(), 0f);
    weights.bias().load(0, 1, memory.bias, 0);
    for (int t = 0; t < time; t++) {
      step(t);
    }
  }

  private void begin(@Nullable INDArray hiddenBefore, @Nullable INDArray cellBefore) {
    float[] state = memory.hiddenStep;
    Arrays.fill(state, 0f);
    if (hiddenBefore != null) {
      carried(hiddenBefore).load(0, batch, state, 0);
    }
    memory.hidden.store(0, batch, state, 0);
    Arrays.fill(memory.cells, 0, batch * units, 0f);
    if (cellBefore != null) {
      carried(cellBefore).load(0, batch, memory.cells, 0);
    }
  }

  private FloatMatrix carried(INDArray state) {
    if (state.size(0) != batch) {
      throw new IllegalArgumentException(
          "a batch of %d cannot go on from the state of a batch of %d"
              .formatted(batch, state.size(0)));
    }
    return Sequence.of(state).matrix();
  }

  private void step(int t) {
    int first = t * batch;
    Gemm.timesTransposed(
        memory.hidden, first, weights.recurrent(), memory.gateInputs, first, batch, 1f);
    memory.gateInputs.load(first, batch, memory.gates, first * 4 * units);
    for (int b = 0; b < batch; b++) {
      cell((first + b) * 4 * units, (first + b) * units, b * units);
    }
    memory.hidden.store(first + batch, batch, memory.hiddenStep, 0);
  }

  /**
   * One sequence, one step: its gates start at g, its cells before the step at c, its output at h.
   */
  private void cell(int g, int c, int h) {
    float[] gates = memory.gates;
    float[] cells = memory.cells;
    float[] squashed = memory.squashed;
    Elementwise.add(gates, g, g + 4 * units, memory.bias, 0);
    Elementwise.tanh(gates, g, g + units);
    Elementwise.sigmoid(gates, g + units, g + 4 * units);
    int after = c + batch * units;
    for (int j = 0; j < units; j++) {
      cells[after + j] =
          gates[g + units + j] * cells[c + j] + gates[g + 3 * units + j] * gates[g + j];
    }
    System.arraycopy(cells, after, squashed, c, units);
    Elementwise.tanh(squashed, c, c + units);
    float[] hidden = memory.hiddenStep;
    for (int j = 0; j < units; j++) {
      hidden[h + j] = gates[g + 2 * units + j] * squashed[c + j];
    }
  }

  /** The output, {@code [batch, units, time]}. */
  INDArray activations() {
    return Sequence.activations(memory.hidden, batch, batch, time, in.rank());
  }

  /** The hidden state after the window, {@code [batch, units]}, in memory of its own. */
  INDArray lastHidden() {
    return Sequence.activations(memory.hidden, time * batch, batch, 1, 2).dup('c');
  }

  /** The cells after the window, {@code [batch, units]}, in memory of their own. */
  INDArray lastCell() {
    FloatMatrix last = FloatMatrix.uninitialized(batch, units);
    last.store(0, batch, memory.cells, time * batch * units);
    return last.array();
  }

  /**
   * Goes back over the window.
   *
   * @param above the gradient of the loss with respect to the output, {@code [time * batch, units]}
   * @param gradients where the gradients of the weights go; what stood there is lost
   * @return the gradient with respect to the input, {@code [batch, inputs, time]}
   */
  INDArray backward(Sequence above, Parameters gradients) {
    Arrays.fill(memory.bias, 0f);
    Arrays.fill(memory.cellStep, 0f);
    for (int t = time - 1; t >= 0; t--) {
      stepBack(t, above);
    }
    Gemm.transposedTimes(memory.gateInputs, in.matrix(), gradients.input(), in.rows());
    Gemm.transposedTimes(memory.gateInputs, memory.hidden, gradients.recurrent(), in.rows());
    gradients.bias().store(0, 1, memory.bias, 0);
    Gemm.times(memory.gateInputs, 0, weights.input(), memory.below, 0, in.rows());
    return Sequence.activations(memory.below, 0, batch, time, in.rank());
  }

  private void stepBack(int t, Sequence above) {
    int first = t * batch;
    above.matrix().load(first, batch, memory.hiddenStep, 0);
    if (t < time - 1) {
      Gemm.times(memory.gateInputs, first + batch, weights.recurrent(), memory.fromLater, 0, batch);
      memory.fromLater.load(0, batch, memory.laterStep, 0);
      Elementwise.add(memory.hiddenStep, 0, batch * units, memory.laterStep, 0);
    }
    for (int b = 0; b < batch; b++) {
      cellBack((first + b) * 4 * units, (first + b) * units, b * units);
      Elementwise.add(memory.bias, 0, 4 * units, memory.gateStep, b * 4 * units);
    }
    memory.gateInputs.store(first, batch, memory.gateStep, 0);
  }

  /** The inverse of {@link #cell}: turns gradients after the step into those before it. */
  private void cellBack(int g, int c, int h) {
    float[] gates = memory.gates;
    float[] dHidden = memory.hiddenStep;
    float[] dCells = memory.cellStep;
    float[] dGates = memory.gateStep;
    for (int j = 0; j < units; j++) {
      float candidate = gates[g + j];
      float forget = gates[g + units + j];
      float output = gates[g + 2 * units + j];
      float input = gates[g + 3 * units + j];
      float tanh = memory.squashed[c + j];
      float dCell = dCells[h + j] + dHidden[h + j] * output * (1f - tanh * tanh);
      int d = 4 * h + j;
      dGates[d] = dCell * input * (1f - candidate * candidate);
      dGates[d + units] = dCell * memory.cells[c + j] * forget * (1f - forget);
      dGates[d + 2 * units] = dHidden[h + j] * tanh * output * (1f - output);
      dGates[d + 3 * units] = dCell * candidate * input * (1f - input);
      dCells[h + j] = dCell * forget;
    }
  }
}
