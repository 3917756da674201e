package rhapsode.network.layer;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Drops a share of the features in training and scales the rest up, so that nothing is to be done
 * at inference (Srivastava et al. 2014, section 10). Which ones are dropped follows from the
 * network's seed, the layer and the iteration alone, so that a resumed training goes on as if it
 * had never stopped. Run by {@link SequenceDropoutLayer}.
 */
public final class SequenceDropout extends StageConfiguration {
  private static final long serialVersionUID = 1L;
  private double rate;
  private boolean variational;

  /** For DL4J's JSON. */
  public SequenceDropout() {}

  /**
   * Drops so many of so many features.
   *
   * @param rate the share that is dropped, from 0 to below 1
   * @param variational see {@link #isVariational()}
   */
  public SequenceDropout(int features, double rate, boolean variational) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("a dropout rate is from 0 to below 1, not " + rate);
    }
    setNIn(features);
    setNOut(features);
    this.rate = rate;
    this.variational = variational;
  }

  public double getRate() {
    return rate;
  }

  /** For DL4J's JSON. */
  public void setRate(double rate) {
    this.rate = rate;
  }

  /**
   * Whether the same features are dropped in all steps of a window (Gal and Ghahramani 2016), not
   * others in each.
   */
  public boolean isVariational() {
    return variational;
  }

  /** For DL4J's JSON. */
  public void setVariational(boolean variational) {
    this.variational = variational;
  }

  @Override
  Layer layer(NeuralNetConfiguration conf, DataType type) {
    return new SequenceDropoutLayer(conf, type);
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
  public List<Regularization> getRegularizationByParam(String name) {
    return List.of();
  }

  @Override
  long parameters() {
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof SequenceDropout that
        && rate == that.rate
        && variational == that.variational;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), rate, variational);
  }
}
