package rhapsode.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All that learning changes in a network, in single precision: its weights, then its optimiser's
 * state; or a piece of that. Immutable; the array is not copied.
 */
public final class Values implements Serializable {
  private static final long serialVersionUID = 1L;

  /** None. */
  public static final Values NONE = new Values(new float[0]);

  private final float[] values;

  private Values(float[] values) {
    this.values = values;
  }

  /**
   * A piece of what one learner came to, as it goes into the mean.
   *
   * @param share the learner's
   * @param weight of the whole in the mean: how many labels it learned from
   */
  public record Piece(int share, long weight, Values values) implements Serializable {}

  static Values of(MultiLayerNetwork network) {
    float[] weights = network.params().toFloatVector();
    float[] state = state(network).toFloatVector();
    float[] all = Arrays.copyOf(weights, weights.length + state.length);
    System.arraycopy(state, 0, all, weights.length, state.length);
    return new Values(all);
  }

  /** The weights alone. */
  static Values weights(MultiLayerNetwork network) {
    return new Values(network.params().toFloatVector());
  }

  /** Gives them to a network; the optimiser's state too, if they hold one. */
  void give(MultiLayerNetwork network) {
    int weights = (int) network.numParams();
    assign(network.params(), Arrays.copyOf(values, weights));
    if (values.length > weights) {
      assign(state(network), Arrays.copyOfRange(values, weights, values.length));
    }
  }

  private static void assign(INDArray to, float[] values) {
    try (INDArray from = Nd4j.createFromArray(values)) {
      to.assign(from.reshape(to.shape()));
    }
  }

  private static INDArray state(MultiLayerNetwork network) {
    return network.getUpdater().getStateViewArray();
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** So many pieces of about the same length. */
  public List<Values> cut(int pieces) {
    List<Values> all = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      int from = (int) ((long) values.length * i / pieces);
      int to = (int) ((long) values.length * (i + 1) / pieces);
      all.add(new Values(Arrays.copyOfRange(values, from, to)));
    }
    return all;
  }

  /** The whole of pieces in their order. */
  public static Values joined(List<Values> pieces) {
    var all = new float[pieces.stream().mapToInt(Values::size).sum()];
    int at = 0;
    for (Values piece : pieces) {
      System.arraycopy(piece.values, 0, all, at, piece.size());
      at += piece.size();
    }
    return new Values(all);
  }

  /**
   * The weighted mean of pieces. It is summed in double precision in the order of the shares, so
   * that it does not depend on which of them arrived first.
   *
   * @param pieces of the same place and length, in any order; those without weight do not count
   * @throws IllegalArgumentException if none has a weight
   */
  public static Values mean(List<Piece> pieces) {
    List<Piece> ordered =
        pieces.stream()
            .filter(piece -> piece.weight > 0)
            .sorted(Comparator.comparingInt(Piece::share))
            .toList();
    if (ordered.isEmpty()) {
      throw new IllegalArgumentException("nothing was learned");
    }
    double all = ordered.stream().mapToLong(Piece::weight).sum();
    var sums = new double[ordered.get(0).values.size()];
    for (Piece piece : ordered) {
      double weight = piece.weight / all;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * piece.values.values[i];
      }
    }
    var mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) sums[i];
    }
    return new Values(mean);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
