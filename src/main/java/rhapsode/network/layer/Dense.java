package rhapsode.network.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * DL4J's dense layer with the same parameters in the same places, for vectors and for the steps of
 * sequences, with rectified linear units or without an activation function. Run by {@link
 * DenseLayer}.
 */
public final class Dense extends StageConfiguration {
  private static final long serialVersionUID = 1L;

  /** For DL4J's JSON. */
  public Dense() {}

  /**
   * A layer with Xavier weights.
   *
   * @param rectified whether values under 0 become 0
   */
  public Dense(int inputs, int outputs, boolean rectified) {
    setNIn(inputs);
    setNOut(outputs);
    setActivationFn(rectified ? new ActivationReLU() : new ActivationIdentity());
    setWeightInitFn(new WeightInitXavier());
  }

  @Override
  Layer layer(NeuralNetConfiguration conf, DataType type) {
    return new DenseLayer(conf, type);
  }

  @Override
  public ParamInitializer initializer() {
    return DefaultParamInitializer.getInstance();
  }

  @Override
  long parameters() {
    return nIn * nOut + nOut;
  }
}
