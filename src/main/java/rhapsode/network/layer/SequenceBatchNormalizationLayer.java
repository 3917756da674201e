package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a {@link SequenceBatchNormalization} (Ioffe and Szegedy 2015, algorithm 1 and the gradients
 * of section 3). Running statistics move as stock DL4J moves them: by a "gradient" that a plain
 * updater subtracts. Not thread-safe.
 */
final class SequenceBatchNormalizationLayer extends BaseLayer<SequenceBatchNormalization> {
  private static final long serialVersionUID = 1L;

  /** {@code [time * batch, features]}, normalised, before scale and shift. */
  private transient float[] normalised = {};

  /** By which the last pass normalised. */
  private transient float[] mean = {};

  private transient float[] variance = {};

  /** Of the last training batch; empty if its statistics are not wanted. */
  private transient float[] batchMean = {};

  private transient float[] batchVariance = {};
  private transient float[] inverse = {};
  private transient boolean batchStatistics;
  private transient @Nullable Sequence output;
  private transient @Nullable Sequence below;

  SequenceBatchNormalizationLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Sequence in = Sequence.of(input);
    int features = in.features();
    if (normalised.length != in.rows() * features) {
      normalised = new float[in.rows() * features];
    }
    in.matrix().load(0, in.rows(), normalised, 0);
    boolean learns = training && !layerConf().isFrozen();
    batchStatistics = learns && !layerConf().isRunning();
    batchMean = new float[learns ? features : 0];
    batchVariance = new float[learns ? features : 0];
    if (learns) {
      measure(in.rows(), features);
    }
    mean = batchStatistics ? batchMean : parameter(GLOBAL_MEAN);
    variance = batchStatistics ? batchVariance : parameter(GLOBAL_VAR);
    inverse = new float[features];
    for (int f = 0; f < features; f++) {
      inverse[f] = (float) (1 / Math.sqrt(variance[f] + layerConf().getEps()));
    }
    Sequence out = fitting(output, in);
    output = out;
    normalise(out);
    return out.activations();
  }

  private void measure(int rows, int features) {
    for (int row = 0; row < rows; row++) {
      Elementwise.add(batchMean, 0, features, normalised, row * features);
    }
    Elementwise.scale(batchMean, 0, features, 1f / rows);
    for (int row = 0; row < rows; row++) {
      int at = row * features;
      for (int f = 0; f < features; f++) {
        float d = normalised[at + f] - batchMean[f];
        batchVariance[f] += d * d;
      }
    }
    Elementwise.scale(batchVariance, 0, features, 1f / rows);
  }

  private void normalise(Sequence out) {
    int features = out.features();
    float[] gamma = parameter(GAMMA);
    float[] beta = parameter(BETA);
    float[] row = new float[features];
    for (int r = 0; r < out.rows(); r++) {
      int at = r * features;
      for (int f = 0; f < features; f++) {
        float x = (normalised[at + f] - mean[f]) * inverse[f];
        normalised[at + f] = x;
        row[f] = gamma[f] * x + beta[f];
      }
      out.matrix().store(r, 1, row, 0);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    Sequence above = Sequence.of(epsilon);
    int features = above.features();
    float[] dGamma = new float[features];
    float[] dBeta = new float[features];
    float[] row = new float[features];
    for (int r = 0; r < above.rows(); r++) {
      above.matrix().load(r, 1, row, 0);
      int at = r * features;
      for (int f = 0; f < features; f++) {
        dBeta[f] += row[f];
        dGamma[f] += row[f] * normalised[at + f];
      }
    }
    Sequence under = fitting(below, above);
    below = under;
    goBack(above, under, dGamma, dBeta);
    return new Pair<>(gradients(dGamma, dBeta), under.activations());
  }

  /**
   * Through the statistics too, if they were learned from the batch. Where the forward pass went by
   * running statistics, {@code ratio * x + offset} is what the batch's own would have made of it.
   */
  private void goBack(Sequence above, Sequence under, float[] dGamma, float[] dBeta) {
    int features = above.features();
    float[] gamma = parameter(GAMMA);
    boolean through = batchMean.length > 0;
    float share = through ? 1f / above.rows() : 0f;
    float[] ratio = new float[features];
    float[] offset = new float[features];
    float[] along = new float[features];
    for (int f = 0; through && f < features; f++) {
      float own = (float) (1 / Math.sqrt(batchVariance[f] + layerConf().getEps()));
      ratio[f] = own / inverse[f];
      offset[f] = (mean[f] - batchMean[f]) * own;
      along[f] = ratio[f] * dGamma[f] + offset[f] * dBeta[f];
    }
    float[] row = new float[features];
    for (int r = 0; r < above.rows(); r++) {
      above.matrix().load(r, 1, row, 0);
      int at = r * features;
      for (int f = 0; f < features; f++) {
        float x = ratio[f] * normalised[at + f] + offset[f];
        row[f] = gamma[f] * inverse[f] * (row[f] - share * (dBeta[f] + x * along[f]));
      }
      under.matrix().store(r, 1, row, 0);
    }
  }

  private Gradient gradients(float[] dGamma, float[] dBeta) {
    float pace = (float) (1 - layerConf().getDecay());
    float[] dMean = parameter(GLOBAL_MEAN);
    float[] dVariance = parameter(GLOBAL_VAR);
    for (int f = 0; f < dMean.length; f++) {
      dMean[f] = batchMean.length == 0 ? 0 : pace * (dMean[f] - batchMean[f]);
      dVariance[f] = batchMean.length == 0 ? 0 : pace * (dVariance[f] - batchVariance[f]);
    }
    Gradient gradient = new DefaultGradient();
    put(gradient, GAMMA, dGamma);
    put(gradient, BETA, dBeta);
    put(gradient, GLOBAL_MEAN, dMean);
    put(gradient, GLOBAL_VAR, dVariance);
    return gradient;
  }

  private void put(Gradient gradient, String key, float[] values) {
    INDArray view = requireNonNull(gradientViews.get(key));
    FloatMatrix.over(view, 1, values.length).store(0, 1, values, 0);
    gradient.gradientForVariable().put(key, view);
  }

  private float[] parameter(String key) {
    INDArray view = requireNonNull(params.get(key));
    float[] values = new float[(int) view.length()];
    FloatMatrix.over(view, 1, values.length).load(0, 1, values, 0);
    return values;
  }

  private static Sequence fitting(@Nullable Sequence old, Sequence shape) {
    return old != null
            && old.batch() == shape.batch()
            && old.time() == shape.time()
            && old.rank() == shape.rank()
        ? old
        : shape.like(shape.features());
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
