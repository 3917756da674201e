package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;
import static org.deeplearning4j.nn.params.LSTMParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.LSTMParamInitializer.INPUT_WEIGHT_KEY;
import static org.deeplearning4j.nn.params.LSTMParamInitializer.RECURRENT_WEIGHT_KEY;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a {@link FusedLstm}. Shapes: input {@code [batch, inputs, time]}, output {@code [batch,
 * units, time]}; state {@code [batch, units]} twice, under DL4J's own keys. Not thread-safe.
 */
final class FusedLstmLayer extends BaseRecurrentLayer<FusedLstm> {
  private static final long serialVersionUID = 1L;
  private static final String HIDDEN = "prevAct";
  private static final String CELL = "prevMem";

  /** What the last forward pass left for the backward pass. */
  private transient @Nullable LstmWindow window;

  private transient @Nullable LstmMemory memory;

  FusedLstmLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    return forward(Map.of()).activations();
  }

  @Override
  public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    LstmWindow done = forward(stateMap);
    stateMap.put(HIDDEN, done.lastHidden());
    stateMap.put(CELL, done.lastCell());
    return done.activations();
  }

  @Override
  public INDArray rnnActivateUsingStoredState(
      INDArray input, boolean training, boolean keep, LayerWorkspaceMgr workspaces) {
    setInput(input, workspaces);
    LstmWindow done = forward(stateMap);
    if (keep) {
      tBpttStateMap.put(HIDDEN, done.lastHidden());
      tBpttStateMap.put(CELL, done.lastCell());
    }
    return done.activations();
  }

  private LstmWindow forward(Map<String, INDArray> state) {
    Sequence in = Sequence.of(input);
    if (in.features() != layerConf().getNIn()) {
      throw new IllegalArgumentException(
          "%s takes %d features, not %d".formatted(layerId(), layerConf().getNIn(), in.features()));
    }
    int units = (int) layerConf().getNOut();
    memory = LstmMemory.of(memory, in.batch(), in.time(), units, in.features());
    window = new LstmWindow(in, parameters(params), state.get(HIDDEN), state.get(CELL), memory);
    return window;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    LstmWindow done = window;
    if (done == null) {
      throw new IllegalStateException(layerId() + " has no forward pass to go back over");
    }
    INDArray below = done.backward(Sequence.of(epsilon), parameters(gradientViews));
    Gradient gradient = new DefaultGradient();
    for (String key : new String[] {INPUT_WEIGHT_KEY, RECURRENT_WEIGHT_KEY, BIAS_KEY}) {
      gradient.gradientForVariable().put(key, gradientViews.get(key));
    }
    return new Pair<>(gradient, below);
  }

  /** The window is the length of the back-propagation: it is never cut further. */
  @Override
  public Pair<Gradient, INDArray> tbpttBackpropGradient(
      INDArray epsilon, int length, LayerWorkspaceMgr workspaces) {
    return backpropGradient(epsilon, workspaces);
  }

  /**
   * DL4J keeps weights column after column, which read row by row is the transpose: {@code [4
   * units, inputs]} and {@code [4 units, units]}.
   */
  private LstmWindow.Parameters parameters(Map<String, INDArray> table) {
    int inputs = (int) layerConf().getNIn();
    int units = (int) layerConf().getNOut();
    return new LstmWindow.Parameters(
        FloatMatrix.over(requireNonNull(table.get(INPUT_WEIGHT_KEY)), 4 * units, inputs),
        FloatMatrix.over(requireNonNull(table.get(RECURRENT_WEIGHT_KEY)), 4 * units, units),
        FloatMatrix.over(requireNonNull(table.get(BIAS_KEY)), 1, 4 * units));
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clear() {
    super.clear();
    window = null;
  }
}
