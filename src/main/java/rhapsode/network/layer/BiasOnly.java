package rhapsode.network.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters of a layer whose weights are another layer's: a bias. */
final class BiasOnly extends DefaultParamInitializer {
  static final BiasOnly INSTANCE = new BiasOnly();

  private BiasOnly() {}

  @Override
  public long numParams(Layer layer) {
    return ((FeedForwardLayer) layer).getNOut();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of();
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray view, boolean initialise) {
    Map<String, INDArray> parameters = Collections.synchronizedMap(new LinkedHashMap<>());
    parameters.put(BIAS_KEY, createBias(conf, view.reshape(view.length()), initialise));
    conf.addVariable(BIAS_KEY);
    return parameters;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray view) {
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    gradients.put(BIAS_KEY, view.reshape(view.length()));
    return gradients;
  }
}
