package rhapsode.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The layers of a network that is made of ours from end to end. */
record OurLayers(TokenEmbeddingLayer embedding, List<Stage> stages, SoftmaxLayer softmax) {
  /**
   * Takes a network apart.
   *
   * @throws IllegalArgumentException if it has layers that are not ours
   */
  static OurLayers of(MultiLayerNetwork network) {
    Layer[] layers = network.getLayers();
    if (!(layers[0] instanceof TokenEmbeddingLayer embedding)
        || !(layers[layers.length - 1] instanceof SoftmaxLayer softmax)) {
      throw new IllegalArgumentException("a TokenEmbedding first and a Softmax last are needed");
    }
    var stages = new ArrayList<Stage>();
    for (int i = 1; i < layers.length - 1; i++) {
      if (!(layers[i] instanceof Stage stage)) {
        throw new IllegalArgumentException(
            layers[i].getClass().getSimpleName() + " is not a layer of ours");
      }
      stages.add(stage);
    }
    return new OurLayers(embedding, List.copyOf(stages), softmax);
  }
}
