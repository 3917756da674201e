package rhapsode.network;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An exponential moving average of a network's weights (Polyak, Juditsky 1992; Izmailov et al.
 * 2018, "Averaging Weights Leads to Wider Optima"): what the last steps wavered between is often
 * better than the last of them. Confined to the training thread.
 */
final class WeightAverage {
  /** Updates between two looks at the weights, which cost a pass over memory. */
  private static final int STEPS = 16;

  private final MultiLayerNetwork network;
  private final double past;
  private final INDArray average;

  /**
   * Begins an average at the network's weights.
   *
   * @param perUpdate weight of the past in one update, 0 to 1
   */
  WeightAverage(MultiLayerNetwork network, double perUpdate) {
    this(network, perUpdate, network.params().dup());
  }

  /** Goes on with an average. */
  WeightAverage(MultiLayerNetwork network, double perUpdate, INDArray average) {
    this.network = network;
    this.past = Math.pow(perUpdate, STEPS);
    this.average = average;
  }

  /**
   * Looks at the weights after updates. Early on the past counts less, so that the weights of the
   * beginning are soon forgotten.
   *
   * @param before updates at the last look
   * @param updates so far
   */
  void update(int before, int updates) {
    int looks = updates / STEPS - before / STEPS;
    if (looks > 0) {
      int seen = updates / STEPS;
      double kept = Math.min(Math.pow(past, looks), (double) seen / (seen + 10 * looks));
      average.muli(kept).addi(network.params().mul(1 - kept));
    }
  }

  /** The average, {@code [1, parameters]}. */
  INDArray weights() {
    return average;
  }

  /** Does something while the network has the averaged weights. */
  void during(Judging judging) throws java.io.IOException {
    INDArray own = network.params().dup();
    network.params().assign(average);
    try {
      judging.run();
    } finally {
      network.params().assign(own);
    }
  }

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Judging {
    void run() throws java.io.IOException;
  }
}
