package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a {@link SequenceDropout}. Not thread-safe, though it works on several threads itself. */
final class SequenceDropoutLayer extends StageLayer<SequenceDropout> {
  private static final long serialVersionUID = 1L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** {@code [rows][features]}: 0 or the factor of the last training pass. */
  private transient float[][] mask = {};

  private transient int maskRows;
  private transient float[][] work = {};
  private transient @Nullable Sequence output;
  private transient @Nullable Sequence source;
  private transient boolean drawing;
  private transient long place;
  private final transient ThreadTeam.Work pass = this::pass;

  SequenceDropoutLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public Sequence forward(Sequence in, boolean training) {
    if (!training || layerConf().getRate() == 0) {
      return in;
    }
    maskRows = layerConf().isVariational() ? in.batch() : in.rows();
    if (mask.length < maskRows) {
      mask = new float[maskRows][in.features()];
    }
    place = mix(conf().getSeed() + GOLDEN * (index + 1L)) + mix(getIterationCount());
    drawing = true;
    return run(in);
  }

  @Override
  public void beforeUpdate(int updates) {
    setIterationCount(updates);
  }

  @Override
  public Sequence backward(Sequence above) {
    if (layerConf().getRate() == 0) {
      return above;
    }
    drawing = false;
    return run(above);
  }

  /** The forward output is no longer needed when the gradient comes: both use the same memory. */
  private Sequence run(Sequence in) {
    Sequence out = output;
    if (out == null || !out.isShapedLike(in)) {
      out = Sequence.reshaped(out, in, in.features());
      output = out;
    }
    ThreadTeam team = ThreadTeam.shared();
    if (work.length < team.size()) {
      work = new float[team.size()][in.features()];
    }
    source = in;
    team.run(pass);
    return out;
  }

  /** A part keeps to its lanes, whose mask may hold for all steps. */
  private void pass(int part, int parts) {
    Sequence in = source;
    Sequence out = output;
    if (in == null || out == null) {
      return;
    }
    float[] row = work[part];
    int to = share(in.batch(), part + 1, parts);
    for (int t = 0; t < in.time(); t++) {
      for (int b = share(in.batch(), part, parts); b < to; b++) {
        int r = t * in.batch() + b;
        int maskRow = r % maskRows;
        if (drawing && r < maskRows) {
          draw(mask[maskRow], place + GOLDEN * ((long) r * row.length));
        }
        in.matrix().load(in.first() + r, 1, row, 0);
        Elementwise.multiply(row, mask[maskRow], row.length);
        out.matrix().store(r, 1, row, 0);
      }
    }
  }

  /**
   * A counter-based generator (SplitMix64, Steele et al. 2014): a draw is a hash of its place. Each
   * hash gives four draws of 16 bits.
   */
  private void draw(float[] to, long from) {
    double rate = layerConf().getRate();
    float factor = (float) (1 / (1 - rate));
    long threshold = Math.round(rate * 65536);
    long bits = 0;
    for (int i = 0; i < to.length; i++) {
      bits = i % 4 == 0 ? mix(from + GOLDEN * i) : bits >>> 16;
      to[i] = (bits & 0xFFFF) < threshold ? 0f : factor;
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
}
