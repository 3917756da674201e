package rhapsode.network;

import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;

/** Inference passes through a network: no dropout, running statistics. */
final class Evaluator {
  private Evaluator() {}

  /**
   * Loss and accuracy over all batches, from a fresh state on. The network's state is lost.
   *
   * @param giveWay called before each batch; may block while more urgent work is under way
   */
  static Tally tally(NetworkRunner network, Batches batches, Runnable giveWay) {
    return tally(network, batches.steps(), giveWay);
  }

  /** The same over some steps. */
  static Tally tally(NetworkRunner network, Batches.Steps steps, Runnable giveWay) {
    network.clearState();
    Tally total = Tally.NONE;
    for (int step = 0; step < steps.count(); step++) {
      giveWay.run();
      Batch batch = steps.batch(step);
      total = total.plus(network.tally(batch.words(), batch.next(), batch.lanes()));
    }
    network.clearState();
    return total;
  }
}
