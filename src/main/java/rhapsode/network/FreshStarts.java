package rhapsode.network;

import java.util.SplittableRandom;
import rhapsode.network.layer.NetworkRunner;

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

  static void apply(NetworkRunner network, int lanes, long seed, int iteration) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + iteration);
    for (int lane = 0; lane < lanes; lane++) {
      if (random.nextInt(WINDOWS) == 0) {
        network.clearState(lane);
      }
    }
  }
}
