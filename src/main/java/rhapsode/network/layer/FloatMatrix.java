package rhapsode.network.layer;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A dense row-major matrix of floats outside the heap: an operand of matrix products whose rows can
 * be moved to and from heap arrays, where the JIT vectorises loops. It is a view: the memory
 * belongs to the array it was made of, which it keeps alive.
 */
final class FloatMatrix {
  private final INDArray array;
  private final FloatPointer pointer;
  private final FloatBuffer buffer;
  final int rows;
  final int columns;

  private FloatMatrix(INDArray array, int rows, int columns) {
    this.array = array;
    this.rows = rows;
    this.columns = columns;
    this.pointer = new FloatPointer(array.data().addressPointer());
    this.pointer.capacity((long) rows * columns);
    this.buffer = pointer.asBuffer();
  }

  /**
   * Views an array whose elements lie one after another, as those of a parameter or gradient view
   * do.
   */
  static FloatMatrix over(INDArray array, int rows, int columns) {
    if (array.dataType() != DataType.FLOAT || array.length() != (long) rows * columns) {
      throw new IllegalArgumentException(
          "%d x %d floats expected, not %s".formatted(rows, columns, array.shapeInfoToString()));
    }
    return new FloatMatrix(array, rows, columns);
  }

  /** New memory; its content is undefined. */
  static FloatMatrix uninitialized(int rows, int columns) {
    return over(
        Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'c'), rows, columns);
  }

  /** New memory, all zero. */
  static FloatMatrix zeros(int rows, int columns) {
    return over(Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'c'), rows, columns);
  }

  INDArray array() {
    return array;
  }

  /** Where a row starts, for a native call made while this object is reachable. */
  FloatPointer at(int row) {
    return new FloatPointer(pointer).position((long) row * columns);
  }

  /** Copies rows to the heap. */
  void load(int row, int count, float[] to, int offset) {
    buffer.get(row * columns, to, offset, count * columns);
  }

  /** Copies rows from the heap. */
  void store(int row, int count, float[] from, int offset) {
    buffer.put(row * columns, from, offset, count * columns);
  }
}
