package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.WEIGHT_KEY;

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

/** Runs a {@link Softmax}. Not thread-safe, though it works on several threads itself. */
final class SoftmaxLayer extends BaseOutputLayer<Softmax> {
  private static final long serialVersionUID = 1L;

  private final transient Views weights = new Views();
  private final transient Views gradients = new Views();
  private transient @Nullable FloatMatrix tiedWeights;
  private transient @Nullable FloatMatrix tiedGradients;
  private transient @Nullable Memory memory;
  private transient Tally last = Tally.NONE;

  /** Whether {@link #last} is about the input that DL4J set. */
  private transient boolean fresh;

  SoftmaxLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /** The probabilities, {@code [batch, words(, time)]}, in memory of their own. */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    Sequence in = Sequence.of(input);
    FloatMatrix rows = predict(in).probabilities();
    return Sequence.over(rows, in.batch(), in.time(), in.rank()).activations().dup();
  }

  /**
   * Loss and accuracy of labels, without a gradient.
   *
   * @param labels {@code [time * batch]}
   */
  Tally tally(Sequence in, int[] labels) {
    return memory(in).loss.tally(in, labels, weights(), bias());
  }

  /**
   * Loss, accuracy and gradients of labels.
   *
   * @param labels {@code [time * batch]}
   * @return the gradient with respect to the input; valid until the next pass
   */
  Sequence learn(Sequence in, int[] labels) {
    CrossEntropy mine = memory(in).loss;
    last =
        mine.gradient(
            in,
            labels,
            weights(),
            bias(),
            weightGradients(),
            gradients.get(gradientViews, BIAS_KEY, 1, words()));
    return mine.below(in);
  }

  /** What the last {@link #learn} came to. */
  Tally lastTally() {
    return last;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      @Nullable INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray below = learn(Sequence.of(input), labelIds()).activations();
    fresh = true;
    Gradient gradient = new DefaultGradient();
    for (String key : params.keySet()) {
      gradient.gradientForVariable().put(key, gradientViews.get(key));
    }
    return new Pair<>(gradient, below);
  }

  @Override
  public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
    super.setInput(input, workspaces);
    fresh = false;
  }

  /** The mean loss: that of the backward pass just made, or of a pass of its own. */
  @Override
  public double computeScore(
      double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
    Tally tally = fresh ? last : tally(Sequence.of(input), labelIds());
    score = tally.meanLoss() + regularisation;
    return score;
  }

  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    Sequence in = Sequence.of(input);
    double[] losses = memory(in).loss.losses(in, labelIds(), weights(), bias());
    INDArray scores = Nd4j.create(DataType.FLOAT, in.batch(), 1);
    for (int row = 0; row < in.rows(); row++) {
      int example = row % in.batch();
      scores.putScalar(example, 0, scores.getDouble(example, 0) + losses[row]);
    }
    return scores.addi(regularisation);
  }

  /** Where DL4J's mask says that there is no step, there is no label either. */
  private int[] labelIds() {
    int[] ids = TokenIds.labels(requireNonNull(labels), words());
    TimeMask mask = TimeMask.of(maskArray);
    for (int row = 0; row < ids.length; row++) {
      if (!mask.isPresent(row)) {
        ids[row] = TokenIds.IGNORED;
      }
    }
    return ids;
  }

  /** What both uses of the logits share. */
  private record Memory(int rows, Prediction prediction, CrossEntropy loss) {}

  private Memory memory(Sequence in) {
    Memory mine = memory;
    if (mine == null || mine.rows < in.rows()) {
      var logits = new Logits(in.rows(), words(), features());
      mine = new Memory(in.rows(), new Prediction(logits), new CrossEntropy(logits));
      memory = mine;
    }
    return mine;
  }

  /** Predicts the words after the steps of the input; valid until the next pass. */
  Prediction predict(Sequence in) {
    return memory(in).prediction.of(in, weights(), bias());
  }

  /**
   * {@code [words, features]}: DL4J keeps them column after column, which is this, row after row.
   */
  FloatMatrix weights() {
    if (!layerConf().isTied()) {
      return weights.get(params, WEIGHT_KEY, words(), features());
    }
    if (tiedWeights == null) {
      tiedWeights = FloatMatrix.atStartOf(paramsFlattened, words(), features());
    }
    return tiedWeights;
  }

  private FloatMatrix weightGradients() {
    if (!layerConf().isTied()) {
      return gradients.get(gradientViews, WEIGHT_KEY, words(), features());
    }
    if (tiedGradients == null) {
      tiedGradients = FloatMatrix.atStartOf(gradientsFlattened, words(), features());
    }
    return tiedGradients;
  }

  /** {@code [1, words]}. */
  FloatMatrix bias() {
    return weights.get(params, BIAS_KEY, 1, words());
  }

  int words() {
    return (int) layerConf().getNOut();
  }

  private int features() {
    return (int) layerConf().getNIn();
  }

  @Override
  public void setParamsViewArray(INDArray parameters) {
    super.setParamsViewArray(parameters);
    tiedWeights = null;
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray views) {
    super.setBackpropGradientsViewArray(views);
    tiedGradients = null;
  }

  @Override
  protected INDArray getLabels2d(LayerWorkspaceMgr workspaces, ArrayType type) {
    return requireNonNull(labels);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
