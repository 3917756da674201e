package rhapsode.network.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.params.EmbeddingLayerParamInitializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitNormal;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vector for each word: input word ids {@code [batch, 1, time]}, output {@code [batch, size,
 * time]}. Its weights {@code [words, size]} lie row after row, so that reading a word is one run of
 * memory. Run by {@link TokenEmbeddingLayer}.
 */
public final class TokenEmbedding extends StageConfiguration {
  private static final long serialVersionUID = 1L;
  private boolean tied;

  /** For DL4J's JSON. */
  public TokenEmbedding() {}

  /**
   * A layer with normally distributed weights of variance {@code 1 / size}.
   *
   * @param words size of the vocabulary
   * @param size features of a word
   * @param tied see {@link #isTied()}
   */
  public TokenEmbedding(int words, int size, boolean tied) {
    setNIn(words);
    setNOut(size);
    setActivationFn(new ActivationIdentity());
    setWeightInitFn(new WeightInitNormal());
    this.tied = tied;
  }

  /**
   * Whether a {@link Softmax} at the end uses the same weights (Press and Wolf 2017; Inan et al.
   * 2017). Its gradient is then in this layer's gradient already when this layer adds its own. Such
   * an embedding is the first layer of its network.
   */
  public boolean isTied() {
    return tied;
  }

  /** For DL4J's JSON. */
  public void setTied(boolean tied) {
    this.tied = tied;
  }

  @Override
  Layer layer(NeuralNetConfiguration conf, DataType type) {
    return new TokenEmbeddingLayer(conf, type);
  }

  @Override
  public ParamInitializer initializer() {
    return RowMajor.INSTANCE;
  }

  /** DL4J's embedding parameters without a bias, in row-major order. */
  private static final class RowMajor extends EmbeddingLayerParamInitializer {
    static final RowMajor INSTANCE = new RowMajor();

    @Override
    public long numParams(NeuralNetConfiguration conf) {
      return numParams(conf.getLayer());
    }

    @Override
    public long numParams(org.deeplearning4j.nn.conf.layers.Layer layer) {
      return ((TokenEmbedding) layer).parameters();
    }

    @Override
    protected boolean hasBias(org.deeplearning4j.nn.conf.layers.Layer layer) {
      return false;
    }

    @Override
    protected boolean hasLayerNorm(org.deeplearning4j.nn.conf.layers.Layer layer) {
      return false;
    }

    @Override
    protected INDArray createWeightMatrix(
        long words, long size, IWeightInit weights, INDArray view, boolean initialise) {
      if (initialise) {
        return weights.init((double) size, (double) words, new long[] {words, size}, 'c', view);
      }
      return view.reshape('c', words, size);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(
        NeuralNetConfiguration conf, INDArray view) {
      var embedding = (TokenEmbedding) conf.getLayer();
      var gradients = new LinkedHashMap<String, INDArray>();
      gradients.put(WEIGHT_KEY, view.reshape('c', embedding.getNIn(), embedding.getNOut()));
      return gradients;
    }
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return InputType.recurrent(nOut);
  }

  @Override
  long parameters() {
    return nIn * nOut;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof TokenEmbedding that && tied == that.tied;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Boolean.hashCode(tied);
  }
}
