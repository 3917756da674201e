package rhapsode.bench.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Adam with clipped gradients, which are dropped after each step. */
interface Optimiser {
  /** Clips to the global norm, then steps at the rate. */
  void step(double rate, double clip);

  static Optimiser of(String kind, List<Tensor> parameters) {
    return kind.equals("fused") ? new FusedAdam(parameters) : new PlainAdam(parameters);
  }
}
