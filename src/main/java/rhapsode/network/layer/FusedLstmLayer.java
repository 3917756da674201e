package rhapsode.network.layer;

import static org.deeplearning4j.nn.params.LSTMParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.LSTMParamInitializer.INPUT_WEIGHT_KEY;
import static org.deeplearning4j.nn.params.LSTMParamInitializer.RECURRENT_WEIGHT_KEY;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a {@link FusedLstm}. Shapes: input {@code [batch, inputs, time]}, output {@code [batch,
 * units, time]} or, if only the last step goes on, {@code [batch, units]}; state {@code [batch,
 * units]} twice, under DL4J's own keys. Not thread-safe, though it works on several threads itself.
 */
final class FusedLstmLayer extends StageLayer<FusedLstm> implements RecurrentLayer {
  private static final long serialVersionUID = 1L;
  private static final String HIDDEN = "prevAct";
  private static final String CELL = "prevMem";

  /** The state that the next window goes on from, and the one that the last window left. */
  private final transient Map<String, INDArray> before = new HashMap<>();

  private final transient Map<String, INDArray> after = new HashMap<>();

  private transient @Nullable LstmWindow window;
  private transient @Nullable LstmState state;
  private transient @Nullable LstmWeights weights;
  private transient @Nullable LstmWeights gradients;

  FusedLstmLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /** Views of DL4J's state arrays, made anew only for other arrays. */
  private record LstmState(INDArray array, FloatMatrix hidden, FloatMatrix cell) {}

  /** From an empty state, as DL4J has it; the state of the layer is left alone. */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    return run(Sequence.of(input), null).activations();
  }

  @Override
  public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    INDArray output = run(Sequence.of(input), state()).activations();
    keepLast(before);
    return output;
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray input, boolean training, boolean keep, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    INDArray output = run(Sequence.of(input), state()).activations();
    if (keep) {
      keepLast(after);
    }
    return output;
  }

  /** New arrays, since others may hold the old ones. */
  private void keepLast(Map<String, INDArray> states) {
    LstmWindow done = lastWindow();
    FloatMatrix hidden = FloatMatrix.zeros(done.batch(), units());
    FloatMatrix cell = FloatMatrix.zeros(done.batch(), units());
    done.last(hidden, cell);
    states.put(HIDDEN, hidden.array());
    states.put(CELL, cell.array());
  }

  @Override
  public Sequence forward(Sequence in, boolean training) {
    return run(in, state());
  }

  /**
   * Reads one step and moves the given states.
   *
   * @param hidden {@code [at least batch, units]}
   * @param cell {@code [at least batch, units]}
   */
  Sequence step(Sequence in, FloatMatrix hidden, FloatMatrix cell) {
    LstmWindow fitting = fitting(in);
    Sequence output = fitting.forward(in, hidden, cell, TimeMask.NONE);
    fitting.last(hidden, cell);
    return output;
  }

  private Sequence run(Sequence in, @Nullable LstmState from) {
    if (in.features() != layerConf().getNIn()) {
      throw new IllegalArgumentException(
          "%s takes %d features, not %d".formatted(layerId(), layerConf().getNIn(), in.features()));
    }
    if (from != null && from.hidden.rows != in.batch()) {
      throw new IllegalArgumentException(
          "a batch of %d cannot go on from the state of a batch of %d"
              .formatted(in.batch(), from.hidden.rows));
    }
    LstmWindow fitting = fitting(in);
    return from == null
        ? fitting.forward(in, null, null, TimeMask.of(maskArray))
        : fitting.forward(in, from.hidden, from.cell, TimeMask.of(maskArray));
  }

  private LstmWindow fitting(Sequence in) {
    LstmWeights all = lstmWeights();
    LstmWindow fitting = window;
    if (fitting == null || !fitting.fits(in, all)) {
      fitting = new LstmWindow(in, all, layerConf().isLastStep());
      window = fitting;
    }
    return fitting;
  }

  private @Nullable LstmState state() {
    INDArray hidden = before.get(HIDDEN);
    INDArray cell = before.get(CELL);
    if (hidden == null || cell == null) {
      return null;
    }
    LstmState known = state;
    if (known == null || known.array != hidden) {
      known = new LstmState(hidden, Sequence.of(hidden).matrix(), Sequence.of(cell).matrix());
      state = known;
    }
    return known;
  }

  @Override
  public void carryState() {
    LstmWindow done = lastWindow();
    LstmState now = state();
    if (now == null || now.hidden.rows != done.batch()) {
      keepLast(before);
    } else {
      done.last(now.hidden, now.cell);
    }
  }

  @Override
  public void emptyState(int lane) {
    LstmState now = state();
    if (now != null) {
      float[] zeros = new float[units()];
      now.hidden.store(lane, 1, zeros, 0);
      now.cell.store(lane, 1, zeros, 0);
    }
  }

  @Override
  public Sequence backward(Sequence above) {
    LstmWeights all = gradients;
    if (all == null || all.input() != gradients(INPUT_WEIGHT_KEY, 4 * units(), inputs())) {
      all =
          new LstmWeights(
              gradients(INPUT_WEIGHT_KEY, 4 * units(), inputs()),
              gradients(RECURRENT_WEIGHT_KEY, 4 * units(), units()),
              gradients(BIAS_KEY, 1, 4 * units()));
      gradients = all;
    }
    return lastWindow().backward(above, all);
  }

  /** The window is the length of the back-propagation: it is never cut further. */
  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int length, LayerWorkspaceMgr workspaces) {
    return backpropGradient(epsilon, workspaces);
  }

  private LstmWindow lastWindow() {
    LstmWindow done = window;
    if (done == null) {
      throw new IllegalStateException(layerId() + " has read no window yet");
    }
    return done;
  }

  /**
   * DL4J keeps weights column after column, which read row by row is the transpose: {@code [4
   * units, inputs]} and {@code [4 units, units]}.
   */
  LstmWeights lstmWeights() {
    LstmWeights all = weights;
    if (all == null || all.input() != weights(INPUT_WEIGHT_KEY, 4 * units(), inputs())) {
      all =
          new LstmWeights(
              weights(INPUT_WEIGHT_KEY, 4 * units(), inputs()),
              weights(RECURRENT_WEIGHT_KEY, 4 * units(), units()),
              weights(BIAS_KEY, 1, 4 * units()));
      weights = all;
    }
    return all;
  }

  /** After the last step there is no time any more that could be masked. */
  @Override
  @SuppressWarnings("NullAway") // DL4J's word for "none" is null.
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState current, int batch) {
    setMaskArray(mask);
    return new Pair<>(layerConf().isLastStep() ? null : mask, current);
  }

  int units() {
    return (int) layerConf().getNOut();
  }

  private int inputs() {
    return (int) layerConf().getNIn();
  }

  @Override
  public Map<String, INDArray> rnnGetPreviousState() {
    return new HashMap<>(before);
  }

  @Override
  public void rnnSetPreviousState(Map<String, INDArray> states) {
    before.clear();
    before.putAll(states);
  }

  @Override
  public void rnnClearPreviousState() {
    before.clear();
    after.clear();
  }

  @Override
  public Map<String, INDArray> rnnGetTBPTTState() {
    return new HashMap<>(after);
  }

  @Override
  public void rnnSetTBPTTState(Map<String, INDArray> states) {
    after.clear();
    after.putAll(states);
  }

  @Override
  public Type type() {
    return Type.RECURRENT;
  }
}
