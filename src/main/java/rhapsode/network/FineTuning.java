package rhapsode.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;
import rhapsode.network.layer.SequenceBatchNormalization;

/** What is different when a trained network goes on learning from a few poems. */
final class FineTuning {
  /** Adam's memory of squared gradients, in shares an update: a run has only about a hundred. */
  private static final double SECOND_MOMENT = 0.99;

  private FineTuning() {}

  /**
   * Makes a trained network ready: the statistics of its normalisation stay as they are, since few
   * poems would estimate them badly, Adam's memory is short, and the learning rate is the recipe's.
   */
  static MultiLayerNetwork prepare(MultiLayerNetwork network, NetworkDescription description) {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof SequenceBatchNormalization normalisation) {
        normalisation.setFrozen(true);
      }
      if (layer.conf().getLayer() instanceof BaseLayer trained
          && trained.getIUpdater() instanceof Adam adam) {
        adam.setBeta2(SECOND_MOMENT);
      }
    }
    PacedRate.set(network, description.recipe().rate());
    network.getLayerWiseConfigurations().setIterationCount(0);
    return network;
  }
}
