package rhapsode.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import rhapsode.network.layer.TokenIds;

/**
 * What a network reads in one step.
 *
 * @param words ids {@code [batch, 1, time]}
 * @param next the ids it should have predicted: {@code [batch, 1, time]} in a stream, {@code
 *     [batch, 1]} for windows; {@link TokenIds#IGNORED} where nothing is asked
 */
record Batch(INDArray words, INDArray next) {
  /** From ids {@code [batch][time]}; {@code next} has one step for windows. */
  static Batch of(int[][] words, int[][] next, boolean window) {
    int batch = words.length;
    INDArray in = ids(words).reshape(batch, 1, words[0].length);
    INDArray out = ids(next);
    return new Batch(in, window ? out : out.reshape(batch, 1, next[0].length));
  }

  private static INDArray ids(int[][] values) {
    float[] flat = new float[values.length * values[0].length];
    int at = 0;
    for (int[] row : values) {
      for (int id : row) {
        flat[at++] = id;
      }
    }
    return Nd4j.createFromArray(flat)
        .castTo(DataType.FLOAT)
        .reshape('c', values.length, values[0].length);
  }
}
