package rhapsode.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with texts word by word: states of many texts in, logits or log-probabilities of the next
 * words out. A step allocates nothing unless it has more rows than any before. Not thread-safe,
 * though it works on several threads itself.
 */
public final class Generator {
  private final TokenEmbeddingLayer embedding;
  private final List<Stage> stages;
  private final SoftmaxLayer softmax;
  private @Nullable Prediction prediction;

  /**
   * Takes a network of our layers that predicts every next word.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Generator(MultiLayerNetwork network) {
    var ours = OurLayers.of(network);
    embedding = ours.embedding();
    stages = ours.stages();
    softmax = ours.softmax();
    for (Stage stage : stages) {
      if (stage instanceof FusedLstmLayer lstm && lstm.layerConf().isLastStep()) {
        throw new IllegalArgumentException("the network does not predict every next word");
      }
    }
  }

  /**
   * How alike the embedding makes all words to one.
   *
   * @return the cosines of their vectors, {@code [vocabulary]}
   */
  public float[] likeness(int word) {
    return embedding.likeness(word);
  }

  /** The states of so many texts before their first word. */
  public States begin(int rows) {
    var units = new ArrayList<Integer>();
    for (Stage stage : stages) {
      if (stage instanceof FusedLstmLayer lstm) {
        units.add(lstm.units());
      }
    }
    return new States(rows, units);
  }

  /**
   * Reads the next word of each text.
   *
   * @param states moved on by it
   * @param words one id a text
   * @throws IllegalArgumentException if an id is outside the vocabulary, or there are not as many
   *     as texts
   */
  public void step(States states, int[] words) {
    TokenIds.check(words, 0, embedding.vocabulary());
    if (words.length != states.rows()) {
      throw new IllegalArgumentException(
          "%d words cannot go on %d texts".formatted(words.length, states.rows()));
    }
    Sequence x = embedding.lookUp(words, words.length, 1);
    int recurrent = 0;
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i) instanceof FusedLstmLayer lstm) {
        x = lstm.step(x, states.hidden(recurrent), states.cell(recurrent));
        recurrent++;
      } else {
        x = stages.get(i).forward(x, false);
      }
    }
    prediction = softmax.predict(x);
  }

  /**
   * What the last step predicted, before the softmax.
   *
   * @param to {@code [rows][vocabulary]}
   */
  public void logits(float[][] to) {
    lastPrediction().logits(to);
  }

  /**
   * The natural logarithms of the probabilities that the last step predicted.
   *
   * @param to {@code [rows][vocabulary]}
   */
  public void logProbabilities(float[][] to) {
    lastPrediction().logProbabilities(to);
  }

  private Prediction lastPrediction() {
    if (prediction == null) {
      throw new IllegalStateException("no step was made yet");
    }
    return prediction;
  }
}
