package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.WEIGHT_KEY;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs a {@link Softmax}: logits by one product, then loss, accuracy and gradient row by row in one
 * pass, in the memory of the logits. Not thread-safe, though it works on several threads itself.
 */
public final class SoftmaxLayer extends BaseOutputLayer<Softmax> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable FloatMatrix logits;
  private transient @Nullable FloatMatrix below;
  private transient CrossEntropy.@Nullable Tally last;

  SoftmaxLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /** The probabilities, {@code [batch, words(, time)]}, in memory of their own. */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    Sequence in = Sequence.of(input);
    FloatMatrix rows = logits(in);
    CrossEntropy.probabilities(rows, bias());
    return Sequence.activations(rows, 0, in.batch(), in.time(), in.rank()).dup();
  }

  /**
   * Loss and accuracy of the labels given the input, without a gradient.
   *
   * @param features {@code [batch, features(, time)]}
   * @param ids {@code [batch, 1(, time)]}
   */
  public CrossEntropy.Tally tally(INDArray features, INDArray ids) {
    FloatMatrix rows = logits(Sequence.of(features));
    return CrossEntropy.tally(rows, bias(), TokenIds.labels(ids, rows.columns));
  }

  /**
   * The logarithms of the probabilities of each next word.
   *
   * @param features {@code [batch, features]} or {@code [batch, features, 1]}
   * @param to {@code [batch][words]}
   */
  public void logProbabilities(INDArray features, float[][] to) {
    CrossEntropy.logProbabilities(logits(Sequence.of(features)), bias(), to);
  }

  /** What the last training pass came to; it costs nothing more. */
  public CrossEntropy.Tally lastTally() {
    return requireNonNull(last, "no training pass yet");
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      @Nullable INDArray epsilon, LayerWorkspaceMgr workspaces) {
    Sequence in = Sequence.of(input);
    FloatMatrix rows = logits(in);
    float[] dBias = new float[rows.columns];
    last =
        CrossEntropy.gradient(
            rows, bias(), TokenIds.labels(requireNonNull(labels), rows.columns), dBias);
    Gemm.transposedTimes(rows, in.matrix(), weights(gradientViews), in.rows());
    FloatMatrix.over(requireNonNull(gradientViews.get(BIAS_KEY)), 1, rows.columns)
        .store(0, 1, dBias, 0);
    FloatMatrix under = below;
    if (under == null || under.rows != in.rows()) {
      under = FloatMatrix.uninitialized(in.rows(), in.features());
      below = under;
    }
    Gemm.times(rows, 0, weights(params), under, 0, in.rows());
    Gradient gradient = new DefaultGradient();
    gradient.gradientForVariable().put(WEIGHT_KEY, requireNonNull(gradientViews.get(WEIGHT_KEY)));
    gradient.gradientForVariable().put(BIAS_KEY, requireNonNull(gradientViews.get(BIAS_KEY)));
    return new Pair<>(gradient, Sequence.activations(under, 0, in.batch(), in.time(), in.rank()));
  }

  /** The mean loss of the pass just made in training; outside training a pass of its own. */
  @Override
  public double computeScore(
      double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
    CrossEntropy.Tally tally =
        training && last != null ? last : tally(input, requireNonNull(labels));
    score = tally.meanLoss() + regularisation;
    return score;
  }

  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    Sequence in = Sequence.of(input);
    FloatMatrix rows = logits(in);
    double[] losses =
        CrossEntropy.losses(rows, bias(), TokenIds.labels(requireNonNull(labels), rows.columns));
    INDArray scores = Nd4j.create(DataType.FLOAT, in.batch(), 1);
    for (int row = 0; row < losses.length; row++) {
      int example = row % in.batch();
      scores.putScalar(example, 0, scores.getDouble(example, 0) + losses[row]);
    }
    return scores.addi(regularisation);
  }

  private FloatMatrix logits(Sequence in) {
    int words = (int) layerConf().getNOut();
    FloatMatrix rows = logits;
    if (rows == null || rows.rows != in.rows()) {
      rows = FloatMatrix.uninitialized(in.rows(), words);
      logits = rows;
    }
    Gemm.timesTransposed(in.matrix(), 0, weights(params), rows, 0, in.rows(), 0f);
    return rows;
  }

  /**
   * {@code [words, features]}: DL4J keeps them column after column, which is this, row after row.
   */
  private FloatMatrix weights(Map<String, INDArray> views) {
    return FloatMatrix.over(
        requireNonNull(views.get(WEIGHT_KEY)),
        (int) layerConf().getNOut(),
        (int) layerConf().getNIn());
  }

  private float[] bias() {
    float[] bias = new float[(int) layerConf().getNOut()];
    FloatMatrix.over(requireNonNull(params.get(BIAS_KEY)), 1, bias.length).load(0, 1, bias, 0);
    return bias;
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType type) {
    return requireNonNull(labels);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clear() {
    super.clear();
    last = null;
  }
}
