package rhapsode.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.nd4j.linalg.api.buffer.DataType;

/** A layer of ours with its parameters. Not thread-safe, though it may work on several threads. */
abstract class OwnLayer<C extends org.deeplearning4j.nn.conf.layers.BaseLayer>
    extends BaseLayer<C> {
  private static final long serialVersionUID = 1L;
  private final transient Views weights = new Views();
  private final transient Views gradients = new Views();

  OwnLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  FloatMatrix weights(String key, int rows, int columns) {
    return weights.get(params, key, rows, columns);
  }

  FloatMatrix gradients(String key, int rows, int columns) {
    return gradients.get(gradientViews, key, rows, columns);
  }

  /** The gradient views of all parameters, in DL4J's wrapping. */
  final Gradient gradientsAsTheyAre() {
    Gradient gradient = new DefaultGradient();
    for (String key : params.keySet()) {
      gradient.gradientForVariable().put(key, gradientViews.get(key));
    }
    return gradient;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
