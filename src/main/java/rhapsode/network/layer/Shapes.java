package rhapsode.network.layer;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** Answers that all layers of ours give DL4J alike. */
final class Shapes {
  private Shapes() {}

  /** No preprocessor: our layers take vectors and sequences as they are. */
  @SuppressWarnings("NullAway") // DL4J's word for "none" is null.
  static InputPreProcessor keep() {
    return null;
  }

  /** The memory of a layer whose work space is its activations and their gradients. */
  static LayerMemoryReport memory(
      BaseLayer layer, InputType input, InputType output, long parameters) {
    long state = parameters == 0 ? 0 : layer.getIUpdater().stateSize(parameters);
    return new LayerMemoryReport.Builder(layer.getLayerName(), layer.getClass(), input, output)
        .standardMemory(parameters, state)
        .workingMemory(0, output.arrayElementsPerExample(), 0, 2 * output.arrayElementsPerExample())
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }
}
