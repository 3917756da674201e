package rhapsode.bench.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The C++ API's own clipping and Adam, which pass over each tensor about a dozen times. */
final class PlainAdam implements Optimiser {
  private final TensorVector parameters;
  private final Adam adam;
  private final OptimizerOptions options;

  PlainAdam(List<Tensor> parameters) {
    this.parameters = new TensorVector(parameters.toArray(Tensor[]::new));
    adam = new Adam(this.parameters, new AdamOptions());
    options = adam.param_groups().get(0).options();
  }

  @Override
  public void step(double rate, double clip) {
    torch.clip_grad_norm_(parameters, clip);
    options.set_lr(rate);
    adam.step();
    adam.zero_grad(true);
  }
}
