package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One window through an LSTM, forward and back (Hochreiter and Schmidhuber 1997, with the forget
 * gate of Gers et al. 2000), in memory that is kept from window to window so that training
 * allocates nothing. What a pass returned is valid until the next one.
 *
 * <p>The inputs of all steps are multiplied at once. For the recurrent part the units are dealt out
 * to the threads of the team: each computes all four gates and the cells of its own units, and they
 * meet once a step. Products run on native memory; gates and cells live on the heap, an array a
 * step that begins at index 0, since only loops over those are vectorised.
 */
final class LstmWindow {
  private final int mostLanes;
  private final int mostSteps;
  private final LstmWeights weights;
  private final int units;
  private final boolean lastStep;

  /** {@code [(time + 1) * batch, units]}: the state before the window, then the output steps. */
  private final FloatMatrix hidden;

  /** {@code [time * batch, 4 units]}: gate inputs; in the backward pass their gradients. */
  private final FloatMatrix gates;

  /** {@code [time * batch, inputs]}: the gradient with respect to the input. */
  private final FloatMatrix below;

  /** {@code [batch, units]}: the gradient that a later step hands to an earlier one. */
  private final FloatMatrix fromLater;

  private final Slice[] slices;
  private final Gemm[] products;
  private final ThreadTeam.Work forward = this::forward;
  private final ThreadTeam.Work backward = this::backward;

  private Sequence in;
  private Sequence output;
  private Sequence underneath;
  private int batch;
  private int time;
  private int rows;
  private TimeMask mask = TimeMask.NONE;
  private @Nullable Sequence above;
  private @Nullable LstmWeights gradients;
  private ThreadTeam team = ThreadTeam.shared();

  /**
   * Memory for windows up to the size of one.
   *
   * @param lastStep whether only the last step goes on
   */
  LstmWindow(Sequence largest, LstmWeights weights, boolean lastStep) {
    this.weights = weights;
    this.lastStep = lastStep;
    mostLanes = largest.batch();
    mostSteps = largest.time();
    units = weights.units();
    int most = largest.rows();
    hidden = FloatMatrix.zeros(most + mostLanes, units);
    gates = FloatMatrix.zeros(most, 4 * units);
    below = FloatMatrix.zeros(most, largest.features());
    fromLater = FloatMatrix.zeros(mostLanes, units);
    int parts = Math.max(1, Math.min(team.size(), units / 16));
    slices = new Slice[parts];
    products = new Gemm[parts];
    for (int part = 0; part < parts; part++) {
      slices[part] = new Slice(share(units, part, parts), share(units, part + 1, parts));
      products[part] = new Gemm();
    }
    in = largest;
    output = largest;
    underneath = largest;
    shape(largest);
  }

  private void shape(Sequence input) {
    batch = input.batch();
    time = input.time();
    rows = input.rows();
    output =
        lastStep
            ? new Sequence(hidden, rows, batch, 1, 2)
            : new Sequence(hidden, batch, batch, time, input.rank());
    underneath = Sequence.over(below, batch, time, input.rank());
  }

  boolean fits(Sequence other, LstmWeights theirs) {
    return other.batch() <= mostLanes
        && other.time() <= mostSteps
        && below.columns == other.features()
        && weights.equals(theirs);
  }

  int batch() {
    return batch;
  }

  /**
   * Runs the window forward.
   *
   * @param hiddenBefore {@code [batch, units]}, zero if null
   * @param cellBefore {@code [batch, units]}, zero if null
   * @param steps which steps there are
   */
  Sequence forward(
      Sequence input,
      @Nullable FloatMatrix hiddenBefore,
      @Nullable FloatMatrix cellBefore,
      TimeMask steps) {
    if (!input.isShapedLike(underneath)) {
      shape(input);
    }
    in = input;
    mask = steps;
    for (Slice slice : slices) {
      slice.begin(hiddenBefore, cellBefore);
    }
    team = ThreadTeam.shared();
    team.run(forward);
    return output;
  }

  private void forward(int part, int parts) {
    if (part < slices.length) {
      int actual = Math.min(parts, slices.length);
      int from = share(rows, part, actual);
      int to = share(rows, part + 1, actual);
      if (time == 1) {
        singleInput(products[part], part, actual);
      } else {
        products[part].timesTransposed(
            to - from,
            4 * units,
            in.features(),
            in.matrix(),
            in.position(from),
            weights.input(),
            0,
            0f,
            gates,
            from * 4L * units);
      }
    }
    team.barrier(parts);
    for (int t = 0; t < time; t++) {
      for (int i = part; i < slices.length; i += parts) {
        slices[i].step(t);
      }
      team.barrier(parts);
    }
  }

  /** A single step has few rows: the gates are dealt out instead. */
  private void singleInput(Gemm product, int part, int parts) {
    int first = share(4 * units, part, parts);
    product.timesTransposed(
        batch,
        share(4 * units, part + 1, parts) - first,
        in.features(),
        in.matrix(),
        in.position(0),
        weights.input(),
        (long) first * in.features(),
        0f,
        gates,
        first);
  }

  /** Copies the state after the window, {@code [batch, units]} each. */
  void last(FloatMatrix hiddenAfter, FloatMatrix cellAfter) {
    hiddenAfter.copy(0, hidden, rows, batch);
    for (Slice slice : slices) {
      slice.lastCells(cellAfter);
    }
  }

  /**
   * Goes back over the window.
   *
   * @param gradient of the loss with respect to the output
   * @param to where the gradients of the weights go; what stood there is lost
   * @return the gradient with respect to the input
   */
  Sequence backward(Sequence gradient, LstmWeights to) {
    above = gradient;
    gradients = to;
    for (Slice slice : slices) {
      slice.beginBack(gradient.rows() < rows);
    }
    team = ThreadTeam.shared();
    team.run(backward);
    for (Slice slice : slices) {
      slice.storeBias(to.bias());
    }
    return underneath;
  }

  private void backward(int part, int parts) {
    for (int t = time - 1; t >= 0; t--) {
      for (int i = part; i < slices.length; i += parts) {
        slices[i].stepBack(t);
      }
      team.barrier(parts);
    }
    if (part < slices.length) {
      weightGradients(part, Math.min(parts, slices.length));
    }
  }

  private void weightGradients(int part, int parts) {
    if (gradients == null) {
      return;
    }
    Gemm product = products[part];
    int inputs = below.columns;
    int from = share(4 * units, part, parts);
    int count = share(4 * units, part + 1, parts) - from;
    product.transposedTimes(
        count,
        inputs,
        rows,
        gates,
        from,
        in.matrix(),
        in.position(0),
        0f,
        gradients.input(),
        (long) from * inputs);
    product.transposedTimes(
        count, units, rows, gates, from, hidden, 0, 0f, gradients.recurrent(), (long) from * units);
    int first = share(rows, part, parts);
    product.times(
        share(rows, part + 1, parts) - first,
        inputs,
        4 * units,
        gates,
        first * 4L * units,
        weights.input(),
        0,
        0f,
        below,
        (long) first * inputs);
  }

  /** Some of the units: all that one thread computes in a step. */
  private final class Slice {
    private final int from;
    private final int width;
    private int length;
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

    private boolean onlyLast;

    Slice(int from, int to) {
      this.from = from;
      width = to - from;
      length = mostLanes * width;
      candidate = new float[mostSteps][length];
      forget = new float[mostSteps][length];
      outputGate = new float[mostSteps][length];
      inputGate = new float[mostSteps][length];
      cells = new float[mostSteps + 1][length];
      squashed = new float[mostSteps][length];
      work = new float[length];
      dHidden = new float[length];
      dCell = new float[length];
      dBefore = new float[length];
      held = new float[length];
      dGates = new float[4][length];
      bias = new float[4][length];
    }

    void begin(@Nullable FloatMatrix hiddenBefore, @Nullable FloatMatrix cellBefore) {
      length = batch * width;
      Arrays.fill(work, 0f);
      Arrays.fill(cells[0], 0f);
      if (hiddenBefore != null) {
        load(hiddenBefore, 0, from, work);
      }
      if (cellBefore != null) {
        load(cellBefore, 0, from, cells[0]);
      }
      store(hidden, 0, from, work);
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
      store(hidden, (t + 1) * batch, from, work);
    }

    /** Where a sequence has no such step, its state is what it was before. */
    private void hold(int t) {
      for (int b = 0; !mask.isComplete() && b < batch; b++) {
        if (!mask.isPresent(t * batch + b)) {
          System.arraycopy(cells[t], b * width, cells[t + 1], b * width, width);
          hidden.loadPart(t * batch + b, from, width, work, b * width);
        }
      }
    }

    private void gate(int t, int gate, float[] to) {
      int first = gate * units + from;
      product.timesTransposed(
          batch,
          width,
          units,
          hidden,
          (long) t * batch * units,
          weights.recurrent(),
          (long) first * units,
          1f,
          gates,
          4L * units * t * batch + first);
      load(gates, t * batch, first, to);
      Elementwise.add(to, bias[gate], length);
    }

    void lastCells(FloatMatrix to) {
      store(to, 0, from, cells[time]);
    }

    void beginBack(boolean lastStep) {
      onlyLast = lastStep;
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
        store(gates, t * batch, gate * units + from, dGates[gate]);
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
          gates,
          4L * units * later * batch,
          weights.recurrent(),
          from,
          0f,
          fromLater,
          from);
      load(fromLater, 0, from, work);
      Elementwise.add(dHidden, work, length);
      if (!mask.isComplete()) {
        Elementwise.add(dHidden, held, length);
      }
    }

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
}
