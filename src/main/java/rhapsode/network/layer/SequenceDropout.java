package rhapsode.network.layer;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Drops a share of the features in training and scales the rest up, so that nothing is to be done
 * at inference (Srivastava et al. 2014, section 10). Which ones are dropped follows from the
 * network's seed, the layer and the iteration alone, so that a resumed training goes on as if it
 * had never stopped. Run by {@link SequenceDropoutLayer}.
 */
public final class SequenceDropout extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;
  private double rate;

  /** For DL4J's JSON. */
  public SequenceDropout() {}

  /**
   * Drops so many of so many features.
   *
   * @param rate the share that is dropped, from 0 to below 1
   */
  public SequenceDropout(int features, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("a dropout rate is from 0 to below 1, not " + rate);
    }
    setNIn(features);
    setNOut(features);
    this.rate = rate;
  }

  public double getRate() {
    return rate;
  }

  /** For DL4J's JSON. */
  public void setRate(double rate) {
    this.rate = rate;
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
        new SequenceDropoutLayer(conf, type), conf, listeners, index, parameters, initialise);
  }

  @Override
  public ParamInitializer initializer() {
    return EmptyParamInitializer.getInstance();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
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
  public List<Regularization> getRegularizationByParam(String name) {
    return List.of();
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return Shapes.memory(this, input, input, 0);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof SequenceDropout that && rate == that.rate;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Double.hashCode(rate);
  }
}
