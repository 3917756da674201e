package rhapsode.bench.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** One full training step: forward, backward, clipping, Adam. */
final class Trainer {
  private final Network network;
  private final Optimiser optimiser;
  private final double clip;

  Trainer(Network network, Arguments arguments) {
    this.network = network;
    clip = arguments.number("clip", 1.0, 1e-6, 1e6);
    String kind = arguments.choice("optimiser", "fused", "plain");
    optimiser = Optimiser.of(kind, network.parameters());
  }

  /** Trains on one batch and returns its mean loss; nothing native is left but the parameters. */
  double step(Tensor input, Tensor target, double rate) {
    try (var scope = new PointerScope()) {
      Tensor loss = network.loss(input, target);
      loss.backward();
      optimiser.step(rate, clip);
      network.carryState();
      return loss.item_double();
    }
  }
}
