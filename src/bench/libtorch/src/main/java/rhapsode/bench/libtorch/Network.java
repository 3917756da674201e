package rhapsode.bench.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A network that can be trained on one fixed shape of batch. */
interface Network {
  /** What is trained, each tensor once. */
  List<Tensor> parameters();

  /** The mean loss of a batch, with its graph; everything made lies in the caller's scope. */
  Tensor loss(Tensor input, Tensor target);

  /** Called after the backward pass of a batch whose state the next one goes on from. */
  void carryState();
}
