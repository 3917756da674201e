package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class StoredArrayTest {
  /** The longest takes more than one chunk, and the end of the last one is short. */
  static Stream<INDArray> arrays() {
    INDArray table = Nd4j.randn(DataType.FLOAT, 5, 7);
    return Stream.of(
        Nd4j.create(new float[] {-1.5f}),
        table,
        table.dup('f'),
        table.get(NDArrayIndex.interval(1, 4), NDArrayIndex.all()),
        Nd4j.randn(DataType.FLOAT, 1, 40_001),
        Nd4j.randn(DataType.FLOAT, 1, 40_001).castTo(DataType.FLOAT16));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("arrays")
  void writesWhatNd4jWritesAndReadsItAgain(INDArray array) throws IOException {
    var out = new ByteArrayOutputStream();
    StoredArray.write(array, out);
    INDArray whole = array.isView() ? array.dup() : array;
    assertArrayEquals(Nd4j.toByteArray(whole), out.toByteArray());
    INDArray read = StoredArray.read(new ByteArrayInputStream(out.toByteArray()), array.length());
    assertEquals(array.castTo(DataType.FLOAT), read);
  }
}
