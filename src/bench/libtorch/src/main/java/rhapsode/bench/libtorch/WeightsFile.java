package rhapsode.bench.libtorch;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/** Raw little-endian float32 weights, in the order of {@link LanguageNetwork#parameters()}. */
final class WeightsFile {
  private WeightsFile() {}

  static void load(Path file, List<Tensor> parameters) throws IOException {
    try (var channel = FileChannel.open(file)) {
      long count = parameters.stream().mapToLong(Tensor::numel).sum();
      if (channel.size() != 4 * count) {
        throw new IllegalArgumentException(
            "The weights file must hold " + count + " float32 values for this network.");
      }
      long offset = 0;
      for (Tensor parameter : parameters) {
        long bytes = 4 * parameter.numel();
        FloatBuffer values =
            channel
                .map(FileChannel.MapMode.READ_ONLY, offset, bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        var array = new float[values.remaining()];
        values.get(array);
        try (FloatPointer data = parameter.data_ptr_float()) {
          data.put(array, 0, array.length);
        }
        offset += bytes;
      }
    }
  }
}
