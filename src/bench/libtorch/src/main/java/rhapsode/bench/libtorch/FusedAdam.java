package rhapsode.bench.libtorch;

import java.util.List;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Operation;
import org.bytedeco.pytorch.Operator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam in one pass over the memory: the kernel behind Python's {@code Adam(fused=True)}. The Java
 * mapping leaves it out, so it is called through the operator registry. The kernel divides
 * gradients by a scale on its way, which is how the clipping costs no pass of its own.
 */
final class FusedAdam implements Optimiser {
  private static final String SCHEMA =
      "aten::_fused_adam_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, "
          + "Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, "
          + "float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, "
          + "bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()";

  private final List<Tensor> parameters;
  private final Operator operator;
  private final Operation operation;
  private final IValue self;
  private final IValue means;
  private final IValue squares;
  private final IValue none = list(new TensorVector());
  private final IValue steps;
  private final Tensor step = Libtorch.zeros(1);
  private final Tensor scale = Libtorch.zeros(1);

  FusedAdam(List<Tensor> parameters) {
    this.parameters = parameters;
    operator = torch.getOperatorForLiteral(SCHEMA);
    operation = operator.getOperation();
    self = list(new TensorVector(parameters.toArray(Tensor[]::new)));
    means = list(zerosLike());
    squares = list(zerosLike());
    var same = new TensorVector();
    parameters.forEach(parameter -> same.push_back(step));
    steps = list(same);
  }

  private TensorVector zerosLike() {
    var zeros = new TensorVector();
    parameters.forEach(parameter -> zeros.push_back(torch.zeros_like(parameter)));
    return zeros;
  }

  /** The registry takes lists in the form that TorchScript has for them, which is one in memory. */
  private static IValue list(TensorVector tensors) {
    return new IValue(new GenericList(new TensorList(tensors)));
  }

  @Override
  public void step(double rate, double clip) {
    var gradients = new TensorVector();
    var norms = new TensorVector();
    for (Tensor parameter : parameters) {
      Tensor gradient = parameter.grad();
      gradients.push_back(gradient);
      norms.push_back(torch.linalg_vector_norm(gradient));
    }
    double norm = torch.linalg_vector_norm(torch.stack(norms)).item_double();
    try (var data = scale.data_ptr_float()) {
      data.put((float) Math.max(1, (norm + 1e-6) / clip));
    }
    try (var data = step.data_ptr_float()) {
      data.put(data.get() + 1);
    }
    var stack =
        new IValueVector(
            self,
            list(gradients),
            means,
            squares,
            none,
            steps,
            new IValue(rate),
            new IValue(0.9),
            new IValue(0.999),
            new IValue(0.0),
            new IValue(1e-8),
            new IValue(false),
            new IValue(false),
            new IValue(scale),
            new IValue());
    operation.apply(stack);
    for (Tensor parameter : parameters) {
      // An undefined gradient: the next backward pass hands its tensors over without a copy.
      parameter.mutable_grad().reset();
    }
  }
}
