package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import org.jspecify.annotations.Nullable;

/**
 * One window through an LSTM, forward and back (Hochreiter and Schmidhuber 1997, with the forget
 * gate of Gers et al. 2000), in memory that is kept from window to window so that training
 * allocates nothing. What a pass returned is valid until the next one.
 *
 * <p>The inputs of all steps are multiplied at once. For the recurrent part the units are dealt out
 * to the threads of the team ({@link LstmSlice}): each computes all four gates and the cells of its
 * own units, and they meet once a step. Products run on native memory; gates and cells live on the
 * heap, an array a step that begins at index 0, since only loops over those are vectorised.
 */
final class LstmWindow {
  private final int mostLanes;
  private final int mostSteps;
  private final LstmWeights weights;
  private final int units;
  private final boolean lastStep;

  private final LstmMemory memory;
  private final LstmSlice[] slices;
  private final Gemm[] products;
  private final ThreadTeam.Work forward = this::forward;
  private final ThreadTeam.Work backward = this::backward;

  private Sequence in;
  private Sequence output;
  private Sequence underneath;
  private int batch;
  private int time;
  private int rows;
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
    memory = LstmMemory.of(largest, units);
    int parts = Math.max(1, Math.min(team.size(), units / 16));
    slices = new LstmSlice[parts];
    products = new Gemm[parts];
    for (int part = 0; part < parts; part++) {
      slices[part] =
          new LstmSlice(
              weights, memory, largest, share(units, part, parts), share(units, part + 1, parts));
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
            ? new Sequence(memory.hidden(), rows, batch, 1, 2)
            : new Sequence(memory.hidden(), batch, batch, time, input.rank());
    underneath = Sequence.over(memory.below(), batch, time, input.rank());
  }

  boolean fits(Sequence other, LstmWeights theirs) {
    return other.batch() <= mostLanes
        && other.time() <= mostSteps
        && memory.below().columns == other.features()
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
    for (LstmSlice slice : slices) {
      slice.begin(in, hiddenBefore, cellBefore, steps);
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
            memory.gates(),
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
        memory.gates(),
        first);
  }

  /** Copies the state after the window, {@code [batch, units]} each. */
  void last(FloatMatrix hiddenAfter, FloatMatrix cellAfter) {
    hiddenAfter.copy(0, memory.hidden(), rows, batch);
    for (LstmSlice slice : slices) {
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
    gradients = to;
    for (LstmSlice slice : slices) {
      slice.beginBack(gradient);
    }
    team = ThreadTeam.shared();
    team.run(backward);
    for (LstmSlice slice : slices) {
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
    int inputs = memory.below().columns;
    int from = share(4 * units, part, parts);
    int count = share(4 * units, part + 1, parts) - from;
    product.transposedTimes(
        count,
        inputs,
        rows,
        memory.gates(),
        from,
        in.matrix(),
        in.position(0),
        0f,
        gradients.input(),
        (long) from * inputs);
    product.transposedTimes(
        count,
        units,
        rows,
        memory.gates(),
        from,
        memory.hidden(),
        0,
        0f,
        gradients.recurrent(),
        (long) from * units);
    int first = share(rows, part, parts);
    product.times(
        share(rows, part + 1, parts) - first,
        inputs,
        4 * units,
        memory.gates(),
        first * 4L * units,
        weights.input(),
        0,
        0f,
        memory.below(),
        (long) first * inputs);
  }
}
