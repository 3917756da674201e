package rhapsode.network.layer;

import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Trains and judges a DL4J network of our layers without the objects that DL4J makes for each pass:
 * after the first window of a shape nothing is allocated. Everything stays in DL4J's memory:
 * weights, state of the optimiser, carried states.
 *
 * <p>Words and labels are {@code [time * batch]}, step after step; a network that predicts the word
 * after a window has labels {@code [batch]}. Not thread-safe, though it works on several threads
 * itself.
 */
public final class NetworkRunner {
  private final MultiLayerNetwork network;
  private final TokenEmbeddingLayer embedding;
  private final List<Stage> stages;
  private final SoftmaxLayer softmax;
  private final boolean carries;
  private @Nullable AdamStep adam;

  /**
   * Takes a network.
   *
   * @throws IllegalArgumentException if it has layers that are not ours
   */
  public NetworkRunner(MultiLayerNetwork network) {
    this.network = network;
    var ours = OurLayers.of(network);
    embedding = ours.embedding();
    stages = ours.stages();
    softmax = ours.softmax();
    carries = network.getLayerWiseConfigurations().getBackpropType() == BackpropType.TruncatedBPTT;
  }

  /**
   * Learns from a window: forward, back, and an update of the weights; a network that carries its
   * state goes on from the window before.
   *
   * @param updates how many there were before this one: dropout and Adam follow from it
   * @return loss and accuracy before the update
   * @throws IllegalArgumentException if an id is outside the vocabulary, the batch has another size
   *     than the carried state, or words or labels are not as many as they should be
   * @throws ArithmeticException if loss or gradient are no numbers; the weights are as before
   */
  public Tally learn(int[] words, int[] next, int batch, int updates) {
    if (network.getGradientsViewArray() == null) {
      network.initGradientsView();
    }
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).beforeUpdate(updates);
    }
    Sequence features = forward(words, next, batch, true);
    Sequence gradient = softmax.learn(features, next);
    Tally tally = softmax.lastTally();
    if (!Double.isFinite(tally.loss())) {
      throw new ArithmeticException("the loss is not a number");
    }
    for (int i = stages.size() - 1; i >= 0; i--) {
      gradient = stages.get(i).backward(gradient);
    }
    if (!update(gradient, updates)) {
      throw new ArithmeticException("the gradient is not made of numbers");
    }
    carry();
    return tally;
  }

  private boolean update(Sequence gradient, int updates) {
    AdamStep step = adam;
    if (step == null) {
      step = new AdamStep(network);
      adam = step;
    }
    boolean moved;
    if (embedding.layerConf().isTied()) {
      embedding.addGradient(gradient);
      moved = step.update(null, updates);
    } else {
      moved = step.update(embedding.sparseGradient(gradient), updates);
    }
    for (int i = 0; moved && i < stages.size(); i++) {
      stages.get(i).afterUpdate();
    }
    return moved;
  }

  /**
   * Judges a window in inference mode: no dropout, running statistics.
   *
   * @throws IllegalArgumentException as {@link #learn}
   */
  public Tally tally(int[] words, int[] next, int batch) {
    Tally tally = softmax.tally(forward(words, next, batch, false), next);
    carry();
    return tally;
  }

  /**
   * The natural logarithms of the probabilities of each next word, in inference mode; the carried
   * state is left alone.
   *
   * @param to {@code [rows][vocabulary]}, a row a prediction
   * @throws IllegalArgumentException as {@link #learn}
   */
  public void logProbabilities(int[] words, int batch, float[][] to) {
    softmax.predict(features(words, batch, false)).logProbabilities(to);
  }

  private Sequence forward(int[] words, int[] next, int batch, boolean training) {
    TokenIds.check(next, TokenIds.IGNORED, softmax.words());
    Sequence x = features(words, batch, training);
    if (x.rows() != next.length) {
      throw new IllegalArgumentException(
          "%d labels were expected, not %d".formatted(x.rows(), next.length));
    }
    return x;
  }

  /** What the softmax layer gets to see. */
  private Sequence features(int[] words, int batch, boolean training) {
    TokenIds.check(words, 0, embedding.vocabulary());
    if (batch < 1 || words.length == 0 || words.length % batch != 0) {
      throw new IllegalArgumentException(
          "%d words are no whole steps of a batch of %d".formatted(words.length, batch));
    }
    Sequence x = embedding.lookUp(words, batch, words.length / batch);
    for (int i = 0; i < stages.size(); i++) {
      x = stages.get(i).forward(x, training);
    }
    return x;
  }

  private void carry() {
    for (int i = 0; carries && i < stages.size(); i++) {
      stages.get(i).carryState();
    }
  }

  /** Empties the carried state. */
  public void clearState() {
    network.rnnClearPreviousState();
  }

  /** Empties the carried state of one sequence of the batch. */
  public void clearState(int lane) {
    for (Stage stage : stages) {
      stage.emptyState(lane);
    }
  }
}
