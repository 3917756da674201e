package rhapsode.network;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All weights of a network as ND4J writes a vector. ND4J believes what stands before the numbers,
 * allocates as many as it says, and lets native code walk by its strides; so here that is read
 * first, and has to be what a vector of the expected length has.
 */
final class Coefficients {
  /** More bytes than stand before the numbers. */
  private static final int HEADER = 1024;

  /** Rank, length, stride, type, element-wise stride and order: what describes a vector. */
  private static final int LONGS = 6;

  private static final long SINGLE = 8192;
  private static final long HALF = 4096;

  private Coefficients() {}

  /**
   * How many there are, by the header.
   *
   * @throws IOException if it is none of a vector of single or half precision
   */
  static long count(InputStream in) throws IOException {
    return header(new DataInputStream(in));
  }

  /**
   * Reads them.
   *
   * @param count how many have to be there
   * @throws IOException if there are others, or fewer
   */
  static INDArray read(InputStream in, long count) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in, HEADER));
    data.mark(HEADER);
    if (header(data) != count) {
      throw new IOException("there are not " + count + " weights");
    }
    data.reset();
    return Nd4j.read(data);
  }

  private static long header(DataInputStream data) throws IOException {
    String allocation = data.readUTF();
    long longs = data.readLong();
    if (longs != LONGS || !data.readUTF().equals("LONG")) {
      throw new IOException("the weights are no vector");
    }
    var shape = new long[LONGS];
    for (int i = 0; i < LONGS; i++) {
      shape[i] = data.readLong();
    }
    boolean half = shape[3] == HALF;
    long[] expected = {1, shape[1], 1, half ? HALF : SINGLE, 1, 'c'};
    boolean same =
        Arrays.equals(shape, expected)
            && data.readUTF().equals(allocation)
            && data.readLong() == shape[1]
            && data.readUTF().equals(half ? "HALF" : "FLOAT");
    if (!same || shape[1] < 1) {
      throw new IOException("the weights are no vector of numbers");
    }
    return shape[1];
  }
}
