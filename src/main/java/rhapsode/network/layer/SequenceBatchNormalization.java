package rhapsode.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's batch normalisation with the same parameters, for vectors and for sequences, over whose
 * steps it normalises as over further examples. (The stock layer fails on sequences.) Run by {@link
 * SequenceBatchNormalizationLayer}.
 */
public final class SequenceBatchNormalization extends BatchNormalization {
  private static final long serialVersionUID = 1L;
  private boolean frozen;

  /** For DL4J's JSON. */
  public SequenceBatchNormalization() {
    setUseLogStd(false);
  }

  /** Normalises each of so many features. */
  public SequenceBatchNormalization(int features) {
    this();
    setNIn(features);
    setNOut(features);
  }

  /** Whether training leaves the running statistics alone and normalises by them. */
  public boolean isFrozen() {
    return frozen;
  }

  /** See {@link #isFrozen()}: what fine-tuning on few poems wants. */
  public void setFrozen(boolean frozen) {
    this.frozen = frozen;
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
        new SequenceBatchNormalizationLayer(conf, type),
        conf,
        listeners,
        index,
        parameters,
        initialise);
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
    return super.equals(other)
        && other instanceof SequenceBatchNormalization that
        && frozen == that.frozen;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Boolean.hashCode(frozen);
  }
}
