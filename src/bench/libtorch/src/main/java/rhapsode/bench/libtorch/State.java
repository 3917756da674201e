package rhapsode.bench.libtorch;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;

/**
 * The hidden and cell state of all layers, carried from window to window. It is copied, not kept by
 * reference: the copy is a few kilobytes and cuts the state off the graph of its window.
 */
final class State {
  private final Tensor hidden;
  private final Tensor cell;

  State(int layers, int batch, int units) {
    hidden = Libtorch.zeros(layers, batch, units);
    cell = Libtorch.zeros(layers, batch, units);
  }

  T_TensorTensor_T pair() {
    return new T_TensorTensor_T(hidden, cell);
  }

  /** Takes over what a window ended with; only after its backward pass, which needs the old. */
  void take(Tensor hidden, Tensor cell) {
    try (var guard = new NoGradGuard()) {
      this.hidden.copy_(hidden);
      this.cell.copy_(cell);
    }
  }

  void reset() {
    hidden.zero_();
    cell.zero_();
  }
}
