package rhapsode.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's LSTM (no peepholes) with the same parameters in the same places, run by {@link
 * FusedLstmLayer}: one input product for the whole window and the cell's arithmetic in one pass. A
 * stock {@link LSTM}'s parameters can be assigned to it as they are.
 */
public final class FusedLstm extends LSTM {
  private static final long serialVersionUID = 1L;
  private boolean lastStep;

  /** For DL4J's JSON. */
  public FusedLstm() {}

  /**
   * A layer with Xavier weights.
   *
   * @param inputs features of the input
   * @param units hidden size
   * @param lastStep see {@link #isLastStep()}
   */
  public FusedLstm(int inputs, int units, boolean lastStep) {
    setNIn(inputs);
    setNOut(units);
    setForgetGateBiasInit(1.0);
    setActivationFn(new ActivationTanH());
    setWeightInitFn(new WeightInitXavier());
    this.lastStep = lastStep;
  }

  /** Whether only the last step goes on to the next layer, as {@code [batch, units]}. */
  public boolean isLastStep() {
    return lastStep;
  }

  /** For DL4J's JSON. */
  public void setLastStep(boolean lastStep) {
    this.lastStep = lastStep;
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
        new FusedLstmLayer(conf, type), conf, listeners, index, parameters, initialise);
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return lastStep ? InputType.feedForward(nOut) : InputType.recurrent(nOut);
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
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof FusedLstm that && lastStep == that.lastStep;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Boolean.hashCode(lastStep);
  }
}
