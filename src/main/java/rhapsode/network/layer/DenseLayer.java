package rhapsode.network.layer;

import static org.deeplearning4j.nn.params.DefaultParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.WEIGHT_KEY;
import static rhapsode.network.layer.FloatMatrix.share;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;

/** Runs a {@link Dense}. Not thread-safe, though it works on several threads itself. */
final class DenseLayer extends StageLayer<Dense> {
  private static final long serialVersionUID = 1L;

  private final transient int inputs;
  private final transient int outputs;
  private final transient float[] bias;
  private final transient float[] row;
  private final transient ThreadTeam.Work forward = this::forward;
  private final transient ThreadTeam.Work backward = this::backward;
  private transient Gemm[] products = {};
  private transient float[][] values = {};
  private transient @Nullable Sequence in;
  private transient @Nullable Sequence out;
  private transient @Nullable Sequence below;

  DenseLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    inputs = (int) layerConf().getNIn();
    outputs = (int) layerConf().getNOut();
    bias = new float[outputs];
    row = new float[outputs];
  }

  @Override
  public Sequence forward(Sequence input, boolean training) {
    in = input;
    if (out == null || !out.isShapedLike(input)) {
      out = Sequence.reshaped(out, input, outputs);
      below = Sequence.reshaped(below, input, inputs);
      if (values.length < input.rows()) {
        values = new float[input.rows()][outputs];
      }
    }
    weights(BIAS_KEY, 1, outputs).load(0, 1, bias, 0);
    weights(); // looked up once before threads do
    run(forward);
    return out;
  }

  private void run(ThreadTeam.Work work) {
    ThreadTeam team = ThreadTeam.shared();
    if (products.length < team.size()) {
      products = new Gemm[team.size()];
      Arrays.setAll(products, i -> new Gemm());
    }
    team.run(work);
  }

  private void forward(int part, int parts) {
    Sequence from = in;
    Sequence to = out;
    if (from == null || to == null) {
      return;
    }
    int first = share(from.rows(), part, parts);
    int end = share(from.rows(), part + 1, parts);
    products[part].timesTransposed(
        end - first,
        outputs,
        inputs,
        from.matrix(),
        from.position(first),
        weights(),
        0,
        0f,
        to.matrix(),
        to.position(first));
    boolean rectified = layerConf().getActivationFn() instanceof ActivationReLU;
    for (int r = first; r < end; r++) {
      to.matrix().load(r, 1, values[r], 0);
      Elementwise.add(values[r], bias, outputs);
      if (rectified) {
        Elementwise.rectify(values[r], outputs);
      }
      to.matrix().store(r, 1, values[r], 0);
    }
  }

  @Override
  public Sequence backward(Sequence above) {
    Sequence to = out;
    if (to == null || below == null) {
      throw new IllegalStateException(layerId() + " has read no window yet");
    }
    Arrays.fill(bias, 0f);
    for (int r = 0; r < above.rows(); r++) {
      above.matrix().load(above.first() + r, 1, row, 0);
      if (layerConf().getActivationFn() instanceof ActivationReLU) {
        Elementwise.whereNot0(row, values[r], outputs);
      }
      Elementwise.add(bias, row, outputs);
      to.matrix().store(r, 1, row, 0);
    }
    gradients(BIAS_KEY, 1, outputs).store(0, 1, bias, 0);
    weights(); // looked up once before threads do
    gradients(WEIGHT_KEY, outputs, inputs);
    run(backward);
    return below;
  }

  /** The gradients after the activation function stand where the output was. */
  private void backward(int part, int parts) {
    Sequence from = in;
    Sequence gradient = out;
    Sequence to = below;
    if (from == null || gradient == null || to == null) {
      return;
    }
    int first = share(outputs, part, parts);
    products[part].transposedTimes(
        share(outputs, part + 1, parts) - first,
        inputs,
        from.rows(),
        gradient.matrix(),
        first,
        from.matrix(),
        from.position(0),
        0f,
        gradients(WEIGHT_KEY, outputs, inputs),
        (long) first * inputs);
    int start = share(from.rows(), part, parts);
    products[part].times(
        share(from.rows(), part + 1, parts) - start,
        inputs,
        outputs,
        gradient.matrix(),
        gradient.position(start),
        weights(),
        0,
        0f,
        to.matrix(),
        to.position(start));
  }

  /**
   * {@code [outputs, inputs]}: DL4J keeps them column after column, which is this, row after row.
   */
  private FloatMatrix weights() {
    return weights(WEIGHT_KEY, outputs, inputs);
  }
}
