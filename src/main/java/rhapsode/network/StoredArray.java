package rhapsode.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array as {@code Nd4j.write} lays it out: a header with its shape, then its numbers, all
 * big-endian. ND4J's own reader believes the header and takes as much memory as that asks for; this
 * one knows beforehand how much there may be, and takes finite numbers only. ND4J's own writer goes
 * number by number, which takes seconds where this one takes tenths.
 */
final class StoredArray {
  private static final String SHAPE = "LONG";
  private static final int MOST_DIMENSIONS = 3;
  private static final int CHUNK_BYTES = 1 << 16;

  /** An array of another length than the one that was asked for. */
  static final class OtherLengthException extends IOException {
    private static final long serialVersionUID = 1L;

    OtherLengthException(long length, long wanted) {
      super("an array of %d numbers stands where %d belong".formatted(length, wanted));
    }
  }

  private record Header(List<Long> shape, char order) {
    long length() throws IOException {
      try {
        return shape.stream().reduce(1L, Math::multiplyExact);
      } catch (ArithmeticException e) {
        throw new IOException("a shape that no memory holds", e);
      }
    }

    INDArray of(float[] values) {
      long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
      return Nd4j.create(values, sizes, Nd4j.getStrides(sizes, order), order, DataType.FLOAT);
    }
  }

  private StoredArray() {}

  /** Writes an array in the precision that it has, single or half. */
  static void write(INDArray array, OutputStream to) throws IOException {
    INDArray whole = array.isView() ? array.dup() : array;
    try {
      var out = new DataOutputStream(to);
      whole.shapeInfoDataBuffer().write(out);
      write(whole.data(), out);
      out.flush();
    } finally {
      // ND4J frees the memory of an array that nobody holds any more, whoever has its address.
      Reference.reachabilityFence(whole);
    }
  }

  private static void write(DataBuffer numbers, DataOutputStream out) throws IOException {
    out.writeUTF(numbers.allocationMode().name());
    out.writeLong(numbers.length());
    out.writeUTF(numbers.dataType().name());
    int width = numbers.dataType().width();
    long length = numbers.length() * width;
    var memory = new BytePointer(numbers.pointer());
    for (long at = 0; at < length; at += CHUNK_BYTES) {
      var chunk = new byte[(int) Math.min(CHUNK_BYTES, length - at)];
      memory.position(at).get(chunk);
      out.write(bigEndian(chunk, width));
    }
  }

  private static byte[] bigEndian(byte[] numbers, int width) {
    ByteBuffer from = ByteBuffer.wrap(numbers).order(ByteOrder.nativeOrder());
    ByteBuffer to = ByteBuffer.allocate(numbers.length);
    switch (width) {
      case Float.BYTES -> to.asIntBuffer().put(from.asIntBuffer());
      case Short.BYTES -> to.asShortBuffer().put(from.asShortBuffer());
      default -> throw new IllegalArgumentException("numbers of %d bytes".formatted(width));
    }
    return to.array();
  }

  /**
   * Reads an array in single or half precision, and gives it in single precision.
   *
   * @param length how many numbers it has to have
   * @throws OtherLengthException if it has more or fewer
   * @throws IOException if it is no such array, is cut off, or holds what is no number
   */
  static INDArray read(InputStream from, long length) throws IOException {
    var in = new DataInputStream(from);
    Header header = header(in);
    if (header.length() != length) {
      throw new OtherLengthException(header.length(), length);
    }
    return numbers(in, header);
  }

  /** The same for an array that may be of any length up to the most. */
  static INDArray readUpTo(InputStream from, long most) throws IOException {
    var in = new DataInputStream(from);
    Header header = header(in);
    if (header.length() > most) {
      throw new OtherLengthException(header.length(), most);
    }
    return numbers(in, header);
  }

  /** Rank, sizes, strides, and three numbers of which the last is the order. */
  private static Header header(DataInputStream in) throws IOException {
    long numbers = begin(in, SHAPE);
    if (numbers < 4 || numbers > 4 + 2 * MOST_DIMENSIONS) {
      throw new IOException("no shape has " + numbers + " numbers");
    }
    long rank = in.readLong();
    if (rank < 1 || rank > MOST_DIMENSIONS || numbers != 4 + 2 * rank) {
      throw new IOException("an array has 1 to " + MOST_DIMENSIONS + " dimensions, not " + rank);
    }
    var shape = new ArrayList<Long>();
    for (int i = 0; i < rank; i++) {
      shape.add(in.readLong());
    }
    if (shape.stream().anyMatch(size -> size < 1)) {
      throw new IOException("the shape " + shape);
    }
    in.skipNBytes((rank + 2) * Long.BYTES);
    return new Header(shape, order(in.readLong()));
  }

  private static char order(long code) throws IOException {
    if (code != 'c' && code != 'f') {
      throw new IOException("an order of " + code);
    }
    return (char) code;
  }

  /** The beginning of a buffer: how it was allocated, its length, its type. */
  private static long begin(DataInputStream in, String type) throws IOException {
    in.readUTF();
    long length = in.readLong();
    String found = in.readUTF();
    if (!found.equals(type)) {
      throw new IOException("numbers of the type " + found);
    }
    return length;
  }

  private static INDArray numbers(DataInputStream in, Header header) throws IOException {
    in.readUTF();
    long length = in.readLong();
    String type = in.readUTF();
    if (length != header.length() || length > Integer.MAX_VALUE - 8) {
      throw new IOException("a shape that does not fit its %d numbers".formatted(length));
    }
    float[] values =
        switch (type) {
          case "FLOAT" -> floats(in, (int) length, Float.BYTES);
          case "HALF" -> floats(in, (int) length, Short.BYTES);
          default -> throw new IOException("numbers of the type " + type);
        };
    return header.of(values);
  }

  /** Memory is taken as the numbers come, so that a header alone costs nothing. */
  private static float[] floats(DataInputStream in, int length, int width) throws IOException {
    var values = new float[Math.min(length, CHUNK_BYTES)];
    for (int done = 0; done < length; ) {
      byte[] bytes = in.readNBytes((int) Math.min(CHUNK_BYTES, (long) (length - done) * width));
      if (bytes.length < width) {
        throw new EOFException("an array is cut off after %d numbers".formatted(done));
      }
      if (done + bytes.length / width > values.length) {
        int more = (int) Math.min(length, 2L * values.length);
        values = Arrays.copyOf(values, more);
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.remaining() >= width) {
        values[done++] = finite(width == Float.BYTES ? buffer.getFloat() : half(buffer));
      }
    }
    return values;
  }

  private static float half(ByteBuffer buffer) {
    return HalfIndexer.toFloat(buffer.getShort() & 0xFFFF);
  }

  private static float finite(float value) throws IOException {
    if (!Float.isFinite(value)) {
      throw new IOException("a weight that is no number");
    }
    return value;
  }
}
