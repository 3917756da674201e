package rhapsode.network;

import java.util.List;
import rhapsode.language.LineOrder;

/**
 * A network and how it is trained, as a file under {@code config/networks} says. Immutable.
 *
 * @param name its name
 * @param reading how it goes through text
 * @param order in which it goes through the words of a line
 * @param window words at a time: what a {@link Reading#WINDOW} network sees, and how far training
 *     goes back in a {@link Reading#STREAM}
 * @param vocabularySize at most so many tokens
 * @param minimumCount how often a word has to occur to have a place of its own
 * @param layers from the embedding to the softmax
 * @param half whether its models are kept on disk in half precision
 * @param source the text it was read from, which goes with every model
 */
public record NetworkDescription(
    String name,
    Reading reading,
    LineOrder order,
    int window,
    int vocabularySize,
    int minimumCount,
    List<LayerDescription> layers,
    Recipe recipe,
    boolean half,
    String source) {

  public NetworkDescription {
    layers = List.copyOf(layers);
  }

  /** The same network, trained in another way. */
  public NetworkDescription with(Recipe other) {
    return new NetworkDescription(
        name, reading, order, window, vocabularySize, minimumCount, layers, other, half, source);
  }

  /** How a network goes through text. */
  public enum Reading {
    /** A window of words in, the next word out; nothing is remembered from window to window. */
    WINDOW,
    /** Word after word, each time the next one out; the state is carried on. */
    STREAM
  }

  /** One layer. */
  public sealed interface LayerDescription {
    /** A vector for each word. */
    record Embedding(int size) implements LayerDescription {}

    /**
     * A long short-term memory.
     *
     * @param lastStep whether only its last step goes on
     */
    record Lstm(int size, boolean lastStep) implements LayerDescription {}

    /**
     * Batch normalisation of the features before it.
     *
     * @param running whether training normalises by the running statistics instead of the batch's
     */
    record BatchNormalisation(boolean running) implements LayerDescription {}

    /**
     * Drops a share of the features in training.
     *
     * @param variational whether the same ones in all steps of a window
     */
    record Dropout(double rate, boolean variational) implements LayerDescription {}

    /**
     * A fully connected layer.
     *
     * @param rectified whether its units are rectified linear ones, or linear
     */
    record Dense(int size, boolean rectified) implements LayerDescription {}

    /**
     * A fully connected layer over the vocabulary, with softmax and cross-entropy.
     *
     * @param tied whether its weights are those of the embedding
     */
    record Softmax(boolean tied) implements LayerDescription {}
  }

  /**
   * How it is trained: with Adam.
   *
   * @param rate the learning rate at the start
   * @param schedule how it falls
   * @param batch windows, or lanes of the stream, at a time
   * @param epochs passes over the corpus
   * @param clip the largest norm of one layer's gradients
   * @param averaging weight of the past in the moving average of the weights, which is what is
   *     judged and kept; 0 for the weights as they are
   * @param heldOut share of the poems that is kept for validation when there is no other text
   */
  public record Recipe(
      double rate,
      Schedule schedule,
      int batch,
      int epochs,
      double clip,
      double averaging,
      double heldOut) {}
}
