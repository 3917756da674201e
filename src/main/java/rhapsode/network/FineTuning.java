package rhapsode.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.network.layer.SequenceBatchNormalization;

/** What is different when a trained network goes on learning from a few poems. */
final class FineTuning {
  private FineTuning() {}

  /**
   * Makes a trained network ready: the statistics of its normalisation stay as they are, since few
   * poems would estimate them badly, and the learning rate is the recipe's.
   */
  static MultiLayerNetwork prepare(MultiLayerNetwork network, NetworkDescription description) {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof SequenceBatchNormalization normalisation) {
        normalisation.setFrozen(true);
      }
    }
    PacedRate.set(network, description.recipe().rate());
    network.getLayerWiseConfigurations().setIterationCount(0);
    return network;
  }
}
