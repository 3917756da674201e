package rhapsode.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.weights.WeightInitNormal;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * A dense layer with softmax and categorical cross-entropy over a vocabulary, for vectors and for
 * sequences: input {@code [batch, features(, time)]}, output {@code [batch, words(, time)]}, labels
 * word ids {@code [batch, 1(, time)]}, {@link TokenIds#IGNORED} where a step does not count. The
 * score is the mean over the labels that count. Run by {@link SoftmaxLayer}.
 */
public final class Softmax extends BaseOutputLayer {
  private static final long serialVersionUID = 1L;
  private boolean tied;

  /** For DL4J's JSON. */
  public Softmax() {}

  /**
   * A layer with normally distributed weights of variance {@code 1 / inputs}.
   *
   * @param inputs features
   * @param words size of the vocabulary
   * @param tied see {@link #isTied()}
   */
  public Softmax(int inputs, int words, boolean tied) {
    setNIn(inputs);
    setNOut(words);
    setLossFn(new LossSparseMCXENT());
    setActivationFn(new ActivationSoftmax());
    setWeightInitFn(new WeightInitNormal());
    this.tied = tied;
  }

  /**
   * Whether the weights are those of the {@link TokenEmbedding} that is the first layer of the
   * network. Its parameters are then the first of the network's, and so are its gradients, which is
   * how they are found.
   */
  public boolean isTied() {
    return tied;
  }

  /** For DL4J's JSON. */
  public void setTied(boolean tied) {
    this.tied = tied;
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
        new SoftmaxLayer(conf, type), conf, listeners, index, parameters, initialise);
  }

  @Override
  public ParamInitializer initializer() {
    return tied ? BiasOnly.INSTANCE : DefaultParamInitializer.getInstance();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input.getType() == InputType.Type.RNN
        ? InputType.recurrent(nOut)
        : InputType.feedForward(nOut);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // Set by the constructor.
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
    return Shapes.memory(this, input, getOutputType(0, input), tied ? nOut : nIn * nOut + nOut);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof Softmax that && tied == that.tied;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Boolean.hashCode(tied);
  }
}
