package rhapsode.network.layer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch of sequences as a time-major matrix: row {@code t * batch + b} holds the features of
 * sequence {@code b} at step {@code t}. A batch of plain vectors is a sequence of one step.
 *
 * @param matrix {@code [time * batch, features]}
 * @param batch how many sequences
 * @param time how many steps
 * @param rank 3 if the array was {@code [batch, features, time]}, 2 if {@code [batch, features]}
 */
record Sequence(FloatMatrix matrix, int batch, int time, int rank) {
  /** Views an array of activations; copies it only if it is not laid out time-major already. */
  static Sequence of(INDArray activations) {
    INDArray floats = activations.castTo(DataType.FLOAT);
    int batch = (int) floats.size(0);
    int features = (int) floats.size(1);
    if (floats.rank() == 2) {
      INDArray rows = adjacent(floats) ? floats : floats.dup('c');
      return new Sequence(FloatMatrix.over(rows, batch, features), batch, 1, 2);
    }
    if (floats.rank() != 3) {
      throw new IllegalArgumentException(
          "[batch, features] or [batch, features, time] expected, not rank " + floats.rank());
    }
    int time = (int) floats.size(2);
    INDArray timeFirst = floats.permute(2, 0, 1);
    INDArray rows = adjacent(timeFirst) ? timeFirst : timeFirst.dup('c');
    return new Sequence(FloatMatrix.over(rows, time * batch, features), batch, time, 3);
  }

  /** A new one with undefined content and the shape of this one but for its features. */
  Sequence like(int features) {
    return new Sequence(FloatMatrix.uninitialized(matrix.rows, features), batch, time, rank);
  }

  int rows() {
    return matrix.rows;
  }

  int features() {
    return matrix.columns;
  }

  /** The same memory in DL4J's logical shape: {@code [batch, features(, time)]}. */
  INDArray activations() {
    return activations(matrix, 0, batch, time, rank);
  }

  /** The memory from a row of a matrix on, in DL4J's logical shape. */
  static INDArray activations(FloatMatrix matrix, int row, int batch, int time, int rank) {
    long features = matrix.columns;
    long offset = matrix.array().offset() + row * features;
    return rank == 2
        ? Nd4j.create(
            matrix.array().data(),
            new long[] {batch, features},
            new long[] {features, 1},
            offset,
            'c')
        : Nd4j.create(
            matrix.array().data(),
            new long[] {batch, features, time},
            new long[] {features, 1, batch * features},
            offset,
            'c');
  }

  /** Whether the elements lie one after another in row-major order. */
  private static boolean adjacent(INDArray array) {
    long stride = 1;
    for (int d = array.rank() - 1; d >= 0; d--) {
      if (array.size(d) != 1 && array.stride(d) != stride) {
        return false;
      }
      stride *= array.size(d);
    }
    return true;
  }
}
