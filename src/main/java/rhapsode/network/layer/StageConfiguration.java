package rhapsode.network.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the configurations of our layers tell DL4J alike. */
abstract class StageConfiguration extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;

  /** Makes the layer that runs this configuration. */
  abstract Layer layer(NeuralNetConfiguration conf, DataType type);

  @Override
  public final Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return Instances.prepare(layer(conf, type), conf, listeners, index, parameters, initialise);
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
    return Shapes.memory(this, input, getOutputType(0, input), parameters());
  }

  /** How many parameters the layer has. */
  abstract long parameters();
}
