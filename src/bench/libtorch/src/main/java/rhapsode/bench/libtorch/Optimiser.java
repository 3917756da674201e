package rhapsode.bench.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Clips the gradients to a global norm, goes one step of Adam, and drops the gradients. */
interface Optimiser {
  /** Zero for no clipping is not offered: the benchmark always clips. */
  void step(double rate, double clip);

  static Optimiser of(String kind, List<Tensor> parameters) {
    return kind.equals("fused") ? new FusedAdam(parameters) : new PlainAdam(parameters);
  }
}
