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
  private boolean running;
  private boolean frozen;

  /** For DL4J's JSON. */
  public SequenceBatchNormalization() {
    setUseLogStd(false);
  }

  /**
   * Normalises each of so many features.
   *
   * @param running see {@link #isRunning()}
   */
  public SequenceBatchNormalization(int features, boolean running) {
    this();
    setNIn(features);
    setNOut(features);
    this.running = running;
  }

  /**
   * Whether training, too, normalises by the running statistics, as they stood before the batch,
   * while gradients still go through the batch's own (Ioffe 2017, "Batch Renormalization", section
   * 3, without bounds on r and d). In a language model the statistics of a batch tell which words
   * are in it, the next ones included: a network learns to read them there, and is lost at
   * inference where they are missing.
   */
  public boolean isRunning() {
    return running;
  }

  /** For DL4J's JSON. */
  public void setRunning(boolean running) {
    this.running = running;
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
        && running == that.running
        && frozen == that.frozen;
  }

  @Override
  public int hashCode() {
    return java.util.Objects.hash(super.hashCode(), running, frozen);
  }
}
