package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.WEIGHT_KEY;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a {@link TokenEmbedding}. Not thread-safe. */
final class TokenEmbeddingLayer extends BaseLayer<TokenEmbedding> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable FloatMatrix output;
  private int[] words = {};

  TokenEmbeddingLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if an input is not the id of a word
   */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    words = TokenIds.timeMajor(input, vocabulary());
    FloatMatrix table = table(params);
    FloatMatrix rows = memory(words.length);
    float[] vector = new float[table.columns];
    for (int i = 0; i < words.length; i++) {
      table.load(words[i], 1, vector, 0);
      rows.store(i, 1, vector, 0);
    }
    int batch = (int) input.size(0);
    return Sequence.activations(rows, 0, batch, words.length / batch, 3);
  }

  private FloatMatrix memory(int rows) {
    FloatMatrix old = output;
    if (old == null || old.rows != rows) {
      old = FloatMatrix.uninitialized(rows, (int) layerConf().getNOut());
      output = old;
    }
    return old;
  }

  /** There is no gradient with respect to a word id: the second of the pair is null. */
  @Override
  @SuppressWarnings("NullAway")
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    requireNonNull(gradientViews.get(WEIGHT_KEY)).assign(0);
    FloatMatrix gradient = table(gradientViews);
    FloatMatrix above = Sequence.of(epsilon).matrix();
    float[] sum = new float[gradient.columns];
    float[] vector = new float[gradient.columns];
    for (int i = 0; i < words.length; i++) {
      above.load(i, 1, vector, 0);
      gradient.load(words[i], 1, sum, 0);
      Elementwise.add(sum, 0, sum.length, vector, 0);
      gradient.store(words[i], 1, sum, 0);
    }
    Gradient gradients = new DefaultGradient();
    gradients.gradientForVariable().put(WEIGHT_KEY, requireNonNull(gradientViews.get(WEIGHT_KEY)));
    return new Pair<>(gradients, null);
  }

  private FloatMatrix table(Map<String, INDArray> views) {
    return FloatMatrix.over(
        requireNonNull(views.get(WEIGHT_KEY)), vocabulary(), (int) layerConf().getNOut());
  }

  private int vocabulary() {
    return (int) layerConf().getNIn();
  }

  @Override
  public boolean hasBias() {
    return false;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
