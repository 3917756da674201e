package rhapsode.network.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a {@link SequenceDropout}. Not thread-safe. */
final class SequenceDropoutLayer extends AbstractLayer<SequenceDropout> {
  private static final long serialVersionUID = 1L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** {@code [time * batch, features]}: 0 or the factor of the last training pass. */
  private transient float[] mask = {};

  private transient float[] work = {};
  private transient @Nullable Sequence output;

  SequenceDropoutLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    if (!training || layerConf().getRate() == 0) {
      return input;
    }
    Sequence in = Sequence.of(input);
    draw(in.rows() * in.features());
    return masked(in).activations();
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray below =
        layerConf().getRate() == 0 ? epsilon : masked(Sequence.of(epsilon)).activations();
    return new Pair<>(new DefaultGradient(), below);
  }

  /** The forward output is no longer needed when the gradient comes: both use the same memory. */
  private Sequence masked(Sequence in) {
    Sequence out = output;
    if (out == null
        || out.rows() != in.rows()
        || out.batch() != in.batch()
        || out.rank() != in.rank()) {
      out = in.like(in.features());
      output = out;
    }
    in.matrix().load(0, in.rows(), work, 0);
    for (int i = 0; i < mask.length; i++) {
      work[i] *= mask[i];
    }
    out.matrix().store(0, in.rows(), work, 0);
    return out;
  }

  /** A counter-based generator (SplitMix64, Steele et al. 2014): a draw is a hash of its place. */
  private void draw(int length) {
    if (mask.length != length) {
      mask = new float[length];
      work = new float[length];
    }
    double rate = layerConf().getRate();
    float factor = (float) (1 / (1 - rate));
    long threshold = (long) (rate * (1L << 31));
    long place = mix(conf().getSeed() + GOLDEN * (index + 1L)) + mix(getIterationCount());
    for (int i = 0; i < length; i++) {
      mask[i] = mix(place + GOLDEN * i) >>> 33 < threshold ? 0f : factor;
    }
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradients) {
    // No parameters.
  }

  @Override
  public void setParamsViewArray(INDArray parameters) {
    // No parameters.
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No weights.
  }

  @Override
  public Layer clone() {
    throw new UnsupportedOperationException("layers are made by their configuration");
  }
}
