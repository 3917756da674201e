package rhapsode.network;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Empties the carried state of a lane now and then. A network whose state is always carried never
 * meets an empty one in training, and is lost where every poem begins with it. Which lanes begin
 * anew follows from seed and iteration alone, so that a resumed training goes on as if it had never
 * stopped.
 */
final class FreshStarts {
  /** A lane begins anew once in so many windows, on average. */
  private static final int WINDOWS = 16;

  private FreshStarts() {}

  static void apply(MultiLayerNetwork network, int lanes, long seed, int iteration) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + iteration);
    for (int lane = 0; lane < lanes; lane++) {
      if (random.nextInt(WINDOWS) == 0) {
        empty(network, lane);
      }
    }
  }

  private static void empty(MultiLayerNetwork network, int lane) {
    for (var layer : network.getLayers()) {
      if (layer instanceof RecurrentLayer recurrent) {
        for (INDArray state : recurrent.rnnGetPreviousState().values()) {
          state.getRow(lane).assign(0);
        }
      }
    }
  }
}
