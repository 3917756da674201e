package rhapsode.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.network.layer.CrossEntropy.Tally;
import rhapsode.network.layer.SoftmaxLayer;

/** Inference passes through a network: no dropout, running statistics. */
final class Evaluator {
  private Evaluator() {}

  /** Loss and accuracy over all batches, from a fresh state on. The network's state is lost. */
  static Tally tally(MultiLayerNetwork network, Batches batches) {
    network.rnnClearPreviousState();
    Batches.Steps steps = batches.steps();
    Tally total = Tally.NONE;
    for (int step = 0; step < steps.count(); step++) {
      Batch batch = steps.batch(step);
      INDArray features = features(network, batch.words());
      total = total.plus(output(network).tally(features, batch.next()));
      if (batches.carriesState()) {
        network.updateRnnStateWithTBPTTState();
      }
    }
    network.rnnClearPreviousState();
    return total;
  }

  /**
   * What the softmax layer gets to see. Recurrent layers go on from their previous state and leave
   * the new one as their TBPTT state.
   */
  static INDArray features(MultiLayerNetwork network, INDArray words) {
    INDArray x = words;
    Layer[] layers = network.getLayers();
    LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
    for (int i = 0; i < layers.length - 1; i++) {
      x =
          layers[i] instanceof RecurrentLayer recurrent
              ? recurrent.rnnActivateUsingStoredState(x, false, true, workspaces)
              : layers[i].activate(x, false, workspaces);
    }
    return x;
  }

  static SoftmaxLayer output(MultiLayerNetwork network) {
    return (SoftmaxLayer) network.getOutputLayer();
  }
}
