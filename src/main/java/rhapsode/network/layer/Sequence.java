package rhapsode.network.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch of sequences as rows of a time-major matrix: row {@code first + t * batch + b} holds the
 * features of sequence {@code b} at step {@code t}. A batch of plain vectors is a sequence of one
 * step.
 *
 * @param matrix {@code [at least first + time * batch, features]}
 * @param first its first row
 * @param batch how many sequences
 * @param time how many steps
 * @param rank 3 if DL4J sees {@code [batch, features, time]}, 2 if {@code [batch, features]}
 */
record Sequence(FloatMatrix matrix, int first, int batch, int time, int rank) {
  /** A matrix as a sequence, from its first row on. */
  static Sequence over(FloatMatrix matrix, int batch, int time, int rank) {
    return new Sequence(matrix, 0, batch, time, rank);
  }

  /** Views an array of activations; copies it only if it is not laid out time-major already. */
  static Sequence of(INDArray activations) {
    INDArray floats = activations.castTo(DataType.FLOAT);
    int batch = (int) floats.size(0);
    int features = (int) floats.size(1);
    if (floats.rank() == 2) {
      INDArray rows = adjacent(floats) ? floats : floats.dup('c');
      return over(FloatMatrix.over(rows, batch, features), batch, 1, 2);
    }
    if (floats.rank() != 3) {
      throw new IllegalArgumentException(
          "[batch, features] or [batch, features, time] expected, not rank " + floats.rank());
    }
    int time = (int) floats.size(2);
    INDArray timeFirst = floats.permute(2, 0, 1);
    INDArray rows = adjacent(timeFirst) ? timeFirst : timeFirst.dup('c');
    return over(FloatMatrix.over(rows, time * batch, features), batch, time, 3);
  }

  /** New memory with the shape of this one but for its features; its content is zero. */
  Sequence like(int features) {
    return over(FloatMatrix.zeros(rows(), features), batch, time, rank);
  }

  /** The shape of another one but for its features, in old memory if that is large enough. */
  static Sequence reshaped(@Nullable Sequence old, Sequence shape, int features) {
    return old != null && old.matrix.rows >= shape.rows()
        ? over(old.matrix, shape.batch, shape.time, shape.rank)
        : shape.like(features);
  }

  /** Whether both have the same batch, time and rank. */
  boolean isShapedLike(Sequence other) {
    return batch == other.batch && time == other.time && rank == other.rank;
  }

  int rows() {
    return batch * time;
  }

  int features() {
    return matrix.columns;
  }

  /** The element of the matrix where a row of this sequence starts. */
  long position(int row) {
    return (long) (first + row) * matrix.columns;
  }

  /** The same memory in DL4J's logical shape: {@code [batch, features(, time)]}. */
  INDArray activations() {
    long features = matrix.columns;
    long offset = matrix.array().offset() + first * features;
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
