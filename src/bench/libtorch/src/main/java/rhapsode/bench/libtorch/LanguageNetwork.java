package rhapsode.bench.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The word-level language model: embedding, dropout, stacked LSTM, dropout, linear. Input is [time,
 * batch], time-major. The LSTM's second bias is zero and not trained, as it adds nothing.
 */
final class LanguageNetwork implements Network {
  /** A target that does not count. */
  static final long IGNORED = -1;

  private static final int MEAN = 1;
  private static final int SUM = 2;

  private final Shape shape;
  private final EmbeddingImpl embedding;
  private final LSTMImpl lstm;
  private final TensorVector lstmWeights;
  private final Tensor outputWeight;
  private final Tensor outputBias;
  private final TensorOptional outputBiasOption;
  private final TensorOptional unweighted = new TensorOptional();
  private State state;
  private boolean training = true;
  private Tensor lastHidden;
  private Tensor lastCell;

  /** What the arguments say about the network. */
  record Shape(
      int vocabulary, int embedding, int hidden, int layers, double dropout, boolean tied) {
    static Shape of(Arguments arguments) {
      var shape =
          new Shape(
              arguments.count("vocabulary", 8000),
              arguments.count("embedding", 256),
              arguments.count("hidden", 256),
              arguments.count("layers", 2),
              arguments.number("dropout", 0, 0, 0.99),
              arguments.flag("tied", false));
      if (shape.tied && shape.embedding != shape.hidden) {
        throw new IllegalArgumentException("With tied=true, embedding must equal hidden.");
      }
      return shape;
    }
  }

  LanguageNetwork(Shape shape, int batch) {
    this.shape = shape;
    embedding = new EmbeddingImpl(shape.vocabulary, shape.embedding);
    var options = new LSTMOptions(shape.embedding, shape.hidden);
    options.num_layers().put(shape.layers);
    // Between layers only: with one layer libtorch would warn about an option without effect.
    options.dropout().put(shape.layers > 1 ? shape.dropout : 0);
    lstm = new LSTMImpl(options);
    lstmWeights = lstm.all_weights();
    var linear = new LinearImpl(shape.hidden, shape.vocabulary);
    outputWeight = shape.tied ? embedding.weight() : linear.weight();
    outputBias = linear.bias();
    outputBiasOption = new TensorOptional(outputBias);
    state = state(batch);
    try (var guard = new NoGradGuard()) {
      // torch's own normal(0, 1) for embeddings would give a tied output layer absurd scores.
      embedding.weight().uniform_(-0.1, 0.1, null);
      outputWeight.uniform_(-0.1, 0.1, null);
      outputBias.zero_();
    }
    for (int layer = 0; layer < shape.layers; layer++) {
      weight(layer, 3).requires_grad_(false).zero_();
    }
  }

  State state(int batch) {
    return new State(shape.layers, batch, shape.hidden);
  }

  /** Goes on from another state; the caller keeps the one before if it is needed again. */
  State exchange(State next) {
    State before = state;
    state = next;
    return before;
  }

  void training(boolean on) {
    training = on;
    lstm.train(on);
  }

  /** One layer's tensors: 0 input weights, 1 recurrent weights, 2 bias, 3 the unused bias. */
  private Tensor weight(int layer, int kind) {
    return lstmWeights.get(4L * layer + kind);
  }

  @Override
  public List<Tensor> parameters() {
    var all = new ArrayList<Tensor>();
    all.add(embedding.weight());
    for (int layer = 0; layer < shape.layers; layer++) {
      for (int kind = 0; kind < 3; kind++) {
        all.add(weight(layer, kind));
      }
    }
    if (!shape.tied) {
      all.add(outputWeight);
    }
    all.add(outputBias);
    return all;
  }

  /** Sets the forget gates' bias, in torch's gate order the second quarter. */
  void forgetBias(double value) {
    try (var guard = new NoGradGuard()) {
      for (int layer = 0; layer < shape.layers; layer++) {
        weight(layer, 2).narrow(0, shape.hidden, shape.hidden).fill_(new Scalar(value));
      }
    }
  }

  @Override
  public Tensor loss(Tensor input, Tensor target) {
    return crossEntropy(input, target, MEAN);
  }

  /** The summed loss over the targets that count. */
  Tensor totalLoss(Tensor input, Tensor target) {
    return crossEntropy(input, target, SUM);
  }

  private Tensor crossEntropy(Tensor input, Tensor target, int reduction) {
    // The scores are the largest tensor by far: freed here, their memory is warm for the gradient.
    try (Tensor scores = scores(input)) {
      return torch.cross_entropy_loss(scores, target.view(-1), unweighted, reduction, IGNORED, 0);
    }
  }

  /** Log-probabilities of the next word after each row, [time * batch, vocabulary]. */
  Tensor logProbabilities(Tensor input) {
    try (Tensor scores = scores(input)) {
      return torch.log_softmax(scores, 1);
    }
  }

  private Tensor scores(Tensor input) {
    Tensor embedded = drop(embedding.forward(input));
    T_TensorT_TensorTensor_T_T result = lstm.forward(embedded, state.pair());
    lastHidden = result.get1().get0();
    lastCell = result.get1().get1();
    Tensor rows = drop(result.get0()).view(-1, shape.hidden);
    return torch.linear(rows, outputWeight, outputBiasOption);
  }

  private Tensor drop(Tensor x) {
    return training && shape.dropout > 0 ? torch.dropout(x, shape.dropout, true) : x;
  }

  @Override
  public void carryState() {
    state.take(lastHidden, lastCell);
  }

  void resetState() {
    state.reset();
  }
}
