package rhapsode.network.layer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some of the units of an LSTM on its way through a window: all that one thread computes in a step.
 * It reads the hidden state of all units and writes that of its own; between two steps the threads
 * have to wait for each other.
 */
final class LstmSlice {
  private final LstmWeights weights;
  private final LstmMemory memory;
  private final int units;
  private final int from;
  private final int width;
  private final Gemm product = new Gemm();

  /** {@code [time][batch * width]} each, after their activation functions. */
  private final float[][] candidate;

  private final float[][] forget;
  private final float[][] outputGate;
  private final float[][] inputGate;

  /** {@code [time + 1][batch * width]}: the cells before the window, then after each step. */
  private final float[][] cells;

  /** {@code [time][batch * width]}: tanh of the cells of the step, a missing step's too. */
  private final float[][] squashed;

  /** {@code [batch * width]} each: work space of one step. */
  private final float[] work;

  private final float[] dHidden;
  private final float[] dCell;
  private final float[] dBefore;
  private final float[] held;
  private final float[][] dGates;

  /** {@code [4][batch * width]}: the bias once a lane; in the backward pass its gradient. */
  private final float[][] bias;

  private int batch;
  private int time;
  private int length;
  private TimeMask mask = TimeMask.NONE;
  private @Nullable Sequence above;
  private boolean onlyLast;

  /**
   * Takes units.
   *
   * @param largest the size of window that there is to be memory for
   * @param from the first unit
   * @param to one behind the last
   */
  LstmSlice(LstmWeights weights, LstmMemory memory, Sequence largest, int from, int to) {
    this.weights = weights;
    this.memory = memory;
    this.from = from;
    units = weights.units();
    width = to - from;
    int steps = largest.time();
    length = largest.batch() * width;
    candidate = new float[steps][length];
    forget = new float[steps][length];
    outputGate = new float[steps][length];
    inputGate = new float[steps][length];
    cells = new float[steps + 1][length];
    squashed = new float[steps][length];
    work = new float[length];
    dHidden = new float[length];
    dCell = new float[length];
    dBefore = new float[length];
    held = new float[length];
    dGates = new float[4][length];
    bias = new float[4][length];
  }

  /** Before the first step forward; states that are null are empty. */
  void begin(
      Sequence shape,
      @Nullable FloatMatrix hiddenBefore,
      @Nullable FloatMatrix cellBefore,
      TimeMask steps) {
    batch = shape.batch();
    time = shape.time();
    length = batch * width;
    mask = steps;
    Arrays.fill(work, 0f);
    Arrays.fill(cells[0], 0f);
    if (hiddenBefore != null) {
      load(hiddenBefore, 0, from, work);
    }
    if (cellBefore != null) {
      load(cellBefore, 0, from, cells[0]);
    }
    store(memory.hidden(), 0, from, work);
    for (int gate = 0; gate < 4; gate++) {
      for (int b = 0; b < batch; b++) {
        weights.bias().loadPart(0, gate * units + from, width, bias[gate], b * width);
      }
    }
  }

  /** Moves the slice's columns, which begin at some column, of all lanes of a step. */
  private void load(FloatMatrix matrix, int row, int column, float[] to) {
    for (int b = 0; b < batch; b++) {
      matrix.loadPart(row + b, column, width, to, b * width);
    }
  }

  private void store(FloatMatrix matrix, int row, int column, float[] values) {
    for (int b = 0; b < batch; b++) {
      matrix.storePart(row + b, column, width, values, b * width);
    }
  }

  /** Goes one step forward. */
  void step(int t) {
    gate(t, 0, candidate[t]);
    gate(t, 1, forget[t]);
    gate(t, 2, outputGate[t]);
    gate(t, 3, inputGate[t]);
    Elementwise.tanh(candidate[t], length);
    Elementwise.sigmoid(forget[t], length);
    Elementwise.sigmoid(outputGate[t], length);
    Elementwise.sigmoid(inputGate[t], length);
    float[] after = cells[t + 1];
    Elementwise.cells(cells[t], forget[t], candidate[t], inputGate[t], after, length);
    System.arraycopy(after, 0, squashed[t], 0, length);
    Elementwise.tanh(squashed[t], length);
    Elementwise.product(outputGate[t], squashed[t], work, length);
    hold(t);
    store(memory.hidden(), (t + 1) * batch, from, work);
  }

  /** Where a sequence has no such step, its state is what it was before. */
  private void hold(int t) {
    for (int b = 0; !mask.isComplete() && b < batch; b++) {
      if (!mask.isPresent(t * batch + b)) {
        System.arraycopy(cells[t], b * width, cells[t + 1], b * width, width);
        memory.hidden().loadPart(t * batch + b, from, width, work, b * width);
      }
    }
  }

  private void gate(int t, int gate, float[] to) {
    int first = gate * units + from;
    product.timesTransposed(
        batch,
        width,
        units,
        memory.hidden(),
        (long) t * batch * units,
        weights.recurrent(),
        (long) first * units,
        1f,
        memory.gates(),
        4L * units * t * batch + first);
    load(memory.gates(), t * batch, first, to);
    Elementwise.add(to, bias[gate], length);
  }

  /** Copies the cells after the window. */
  void lastCells(FloatMatrix to) {
    store(to, 0, from, cells[time]);
  }

  /** Before the first step back. */
  void beginBack(Sequence given) {
    above = given;
    onlyLast = given.rows() < batch * time;
    Arrays.fill(dCell, 0f);
    for (float[] gradient : bias) {
      Arrays.fill(gradient, 0f);
    }
  }

  /** The inverse of {@link #step}: turns gradients after the step into those before it. */
  void stepBack(int t) {
    fromAbove(t);
    if (t < time - 1) {
      fromLater(t + 1);
    }
    System.arraycopy(dCell, 0, dBefore, 0, length);
    Elementwise.cellGradient(dCell, dHidden, outputGate[t], squashed[t], length);
    Elementwise.sigmoidGradient(dHidden, squashed[t], outputGate[t], dGates[2], length);
    Elementwise.tanhGradient(dCell, inputGate[t], candidate[t], dGates[0], length);
    Elementwise.sigmoidGradient(dCell, cells[t], forget[t], dGates[1], length);
    Elementwise.sigmoidGradient(dCell, candidate[t], inputGate[t], dGates[3], length);
    Elementwise.multiply(dCell, forget[t], length);
    handDown(t);
    for (int gate = 0; gate < 4; gate++) {
      store(memory.gates(), t * batch, gate * units + from, dGates[gate]);
      Elementwise.add(bias[gate], dGates[gate], length);
    }
  }

  /** The gradients of a state that was held go to the step before as they are. */
  private void handDown(int t) {
    if (mask.isComplete()) {
      return;
    }
    Arrays.fill(held, 0f);
    for (int b = 0; b < batch; b++) {
      if (!mask.isPresent(t * batch + b)) {
        int at = b * width;
        System.arraycopy(dHidden, at, held, at, width);
        System.arraycopy(dBefore, at, dCell, at, width);
        for (float[] gradient : dGates) {
          Arrays.fill(gradient, at, at + width, 0f);
        }
      }
    }
  }

  private void fromAbove(int t) {
    if (above == null || (onlyLast && t < time - 1)) {
      Arrays.fill(dHidden, 0f);
    } else {
      load(above.matrix(), above.first() + (onlyLast ? 0 : t * batch), from, dHidden);
    }
  }

  private void fromLater(int later) {
    product.times(
        batch,
        width,
        4 * units,
        memory.gates(),
        4L * units * later * batch,
        weights.recurrent(),
        from,
        0f,
        memory.fromLater(),
        from);
    load(memory.fromLater(), 0, from, work);
    Elementwise.add(dHidden, work, length);
    if (!mask.isComplete()) {
      Elementwise.add(dHidden, held, length);
    }
  }

  /** Writes the gradient of the bias. */
  void storeBias(FloatMatrix to) {
    for (int gate = 0; gate < 4; gate++) {
      float[] sum = bias[gate];
      for (int i = width; i < length; i++) {
        sum[i % width] += sum[i];
      }
      to.storePart(0, gate * units + from, width, sum, 0);
    }
  }
}
