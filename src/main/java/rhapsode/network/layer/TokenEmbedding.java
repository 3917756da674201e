package rhapsode.network.layer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.EmbeddingLayerParamInitializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitNormal;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A vector for each word: input word ids {@code [batch, 1, time]}, output {@code [batch, size,
 * time]}. Its weights {@code [words, size]} lie row after row, so that reading a word is one run of
 * memory. Run by {@link TokenEmbeddingLayer}.
 */
public final class TokenEmbedding extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON. */
  public TokenEmbedding() {}

  /**
   * A layer with normally distributed weights of variance {@code 1 / size}.
   *
   * @param words size of the vocabulary
   * @param size features of a word
   */
  public TokenEmbedding(int words, int size) {
    setNIn(words);
    setNOut(size);
    setActivationFn(new ActivationIdentity());
    setWeightInitFn(new WeightInitNormal());
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return Instances.prepare(
        new TokenEmbeddingLayer(conf, type), conf, listeners, index, parameters, initialise);
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
      var embedding = (TokenEmbedding) layer;
      return embedding.getNIn() * embedding.getNOut();
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
        return weights.init((double) words, (double) size, new long[] {words, size}, 'c', view);
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
  public void setNIn(InputType input, boolean override) {
    // The size of the vocabulary says how many inputs there are; the shape of the input does not.
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return Shapes.keep();
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return Shapes.memory(this, input, getOutputType(0, input), nIn * nOut);
  }
}
