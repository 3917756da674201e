package rhapsode.network.layer;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Runs a {@link SequenceBatchNormalization} (Ioffe and Szegedy 2015, algorithm 1 and the gradients
 * of section 3). Running statistics move as stock DL4J moves them: by a "gradient" that a plain
 * updater subtracts. Not thread-safe.
 */
final class SequenceBatchNormalizationLayer extends StageLayer<SequenceBatchNormalization> {
  private static final long serialVersionUID = 1L;

  private final transient int features;
  private final transient float[] gamma;
  private final transient float[] beta;
  private final transient float[] runningMean;
  private final transient float[] runningVariance;
  private final transient float[] batchMean;
  private final transient float[] batchVariance;

  /** One over the standard deviation that the last pass normalised by. */
  private final transient float[] inverse;

  private final transient float[] dGamma;
  private final transient float[] dBeta;
  private final transient float[] ratio;
  private final transient float[] offset;
  private final transient float[] along;
  private final transient float[] row;

  /** {@code [time * batch][features]}, normalised, before scale and shift. */
  private transient float[][] normalised = {};

  private transient TimeMask mask = TimeMask.NONE;

  /** Whether the last pass took the statistics of its batch, to normalise by or to learn from. */
  private transient boolean learned;

  private transient @Nullable Sequence output;

  SequenceBatchNormalizationLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    features = (int) layerConf().getNOut();
    gamma = new float[features];
    beta = new float[features];
    runningMean = new float[features];
    runningVariance = new float[features];
    batchMean = new float[features];
    batchVariance = new float[features];
    inverse = new float[features];
    dGamma = new float[features];
    dBeta = new float[features];
    ratio = new float[features];
    offset = new float[features];
    along = new float[features];
    row = new float[features];
  }

  @Override
  public Sequence forward(Sequence in, boolean training) {
    mask = TimeMask.of(in.rank() == 3 ? maskArray : null);
    if (normalised.length < in.rows()) {
      normalised = new float[in.rows()][features];
    }
    for (int r = 0; r < in.rows(); r++) {
      in.matrix().load(in.first() + r, 1, normalised[r], 0);
    }
    loadParameters();
    learned = training && !layerConf().isFrozen();
    if (learned) {
      measure(in.rows());
    }
    boolean byBatch = learned && !layerConf().isRunning();
    float[] mean = byBatch ? batchMean : runningMean;
    float[] variance = byBatch ? batchVariance : runningVariance;
    for (int f = 0; f < features; f++) {
      inverse[f] = inverseDeviation(variance[f]);
    }
    Sequence out = memory(in);
    for (int r = 0; r < out.rows(); r++) {
      Elementwise.subtract(normalised[r], mean, features);
      Elementwise.multiply(normalised[r], inverse, features);
      System.arraycopy(beta, 0, row, 0, features);
      Elementwise.addProduct(row, gamma, normalised[r], features);
      out.matrix().store(r, 1, row, 0);
    }
    return out;
  }

  private float inverseDeviation(float variance) {
    return (float) (1 / Math.sqrt(variance + layerConf().getEps()));
  }

  private void loadParameters() {
    parameter(GAMMA).load(0, 1, gamma, 0);
    parameter(BETA).load(0, 1, beta, 0);
    parameter(GLOBAL_MEAN).load(0, 1, runningMean, 0);
    parameter(GLOBAL_VAR).load(0, 1, runningVariance, 0);
  }

  private FloatMatrix parameter(String key) {
    return weights(key, 1, features);
  }

  /** The output is no longer needed when the gradient comes: both use the same memory. */
  private Sequence memory(Sequence shape) {
    Sequence old = output;
    if (old == null || !old.isShapedLike(shape)) {
      old = Sequence.reshaped(old, shape, features);
      output = old;
    }
    return old;
  }

  private void measure(int rows) {
    int count = mask.count(rows);
    Arrays.fill(batchMean, 0f);
    Arrays.fill(batchVariance, 0f);
    for (int r = 0; r < rows; r++) {
      if (mask.isPresent(r)) {
        Elementwise.add(batchMean, normalised[r], features);
      }
    }
    Elementwise.scale(batchMean, 1f / count, features);
    for (int r = 0; r < rows; r++) {
      if (mask.isPresent(r)) {
        System.arraycopy(normalised[r], 0, row, 0, features);
        Elementwise.subtract(row, batchMean, features);
        Elementwise.addProduct(batchVariance, row, row, features);
      }
    }
    Elementwise.scale(batchVariance, 1f / count, features);
  }

  @Override
  public Sequence backward(Sequence above) {
    Arrays.fill(dGamma, 0f);
    Arrays.fill(dBeta, 0f);
    for (int r = 0; r < above.rows(); r++) {
      above.matrix().load(above.first() + r, 1, row, 0);
      Elementwise.add(dBeta, row, features);
      Elementwise.addProduct(dGamma, row, normalised[r], features);
    }
    prepareGoingBack();
    Sequence under = memory(above);
    float share = 1f / mask.count(above.rows());
    for (int r = 0; r < above.rows(); r++) {
      above.matrix().load(above.first() + r, 1, row, 0);
      goBack(normalised[r], learned && mask.isPresent(r) ? share : 0f);
      under.matrix().store(r, 1, row, 0);
    }
    storeGradients();
    return under;
  }

  /**
   * Where the forward pass went by running statistics, {@code ratio * x + offset} is what the
   * batch's own would have made of it.
   */
  private void prepareGoingBack() {
    boolean running = layerConf().isRunning();
    for (int f = 0; learned && f < features; f++) {
      float own = inverseDeviation(batchVariance[f]);
      ratio[f] = own / inverse[f];
      offset[f] = running ? (runningMean[f] - batchMean[f]) * own : 0f;
      along[f] = ratio[f] * dGamma[f] + offset[f] * dBeta[f];
    }
  }

  /** One row, through the statistics too if they were learned from the batch. */
  private void goBack(float[] x, float share) {
    if (share != 0f) {
      for (int f = 0; f < features; f++) {
        row[f] -= share * (dBeta[f] + (ratio[f] * x[f] + offset[f]) * along[f]);
      }
    }
    Elementwise.multiply(row, gamma, features);
    Elementwise.multiply(row, inverse, features);
  }

  private void storeGradients() {
    gradients(GAMMA, 1, features).store(0, 1, dGamma, 0);
    gradients(BETA, 1, features).store(0, 1, dBeta, 0);
    float pace = learned ? (float) (1 - layerConf().getDecay()) : 0f;
    moveTowards(GLOBAL_MEAN, runningMean, batchMean, pace);
    moveTowards(GLOBAL_VAR, runningVariance, batchVariance, pace);
  }

  private void moveTowards(String key, float[] running, float[] batch, float pace) {
    System.arraycopy(running, 0, row, 0, features);
    Elementwise.subtract(row, batch, features);
    Elementwise.scale(row, pace, features);
    gradients(key, 1, features).store(0, 1, row, 0);
  }

  /** Moves the running statistics by what {@link #backward} found, as an updater would. */
  @Override
  public void afterUpdate() {
    move(GLOBAL_MEAN, runningMean);
    move(GLOBAL_VAR, runningVariance);
  }

  private void move(String key, float[] running) {
    gradients(key, 1, features).load(0, 1, row, 0);
    Elementwise.subtract(running, row, features);
    parameter(key).store(0, 1, running, 0);
  }
}
