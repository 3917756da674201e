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
  private final FloatBuffer buffer;
  final FloatPointer pointer;
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

  /** Views the first elements of the memory that an array is a part of. */
  static FloatMatrix atStartOf(INDArray part, int rows, int columns) {
    INDArray whole =
        Nd4j.create(
            part.data().originalDataBuffer() == null
                ? part.data()
                : part.data().originalDataBuffer(),
            new long[] {rows, columns},
            new long[] {columns, 1},
            0,
            'c');
    return over(whole, rows, columns);
  }

  /** New memory, all zero. */
  static FloatMatrix zeros(int rows, int columns) {
    return over(Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'c'), rows, columns);
  }

  INDArray array() {
    return array;
  }

  /** Copies rows to the heap. */
  void load(int row, int count, float[] to, int offset) {
    buffer.get(row * columns, to, offset, count * columns);
  }

  /** Copies rows from the heap. */
  void store(int row, int count, float[] from, int offset) {
    buffer.put(row * columns, from, offset, count * columns);
  }

  /** Copies a part of a row to the heap. */
  void loadPart(int row, int column, int count, float[] to, int offset) {
    buffer.get(row * columns + column, to, offset, count);
  }

  /** Copies a part of a row from the heap. */
  void storePart(int row, int column, int count, float[] from, int offset) {
    buffer.put(row * columns + column, from, offset, count);
  }

  /** Copies rows of another matrix with as many columns. */
  void copy(int row, FloatMatrix from, int fromRow, int count) {
    buffer.put(row * columns, from.buffer, fromRow * columns, count * columns);
  }

  /** The first row of so many parts of about the same length, for part number {@code part}. */
  static int share(int length, int part, int parts) {
    return (int) ((long) length * part / parts);
  }
}
