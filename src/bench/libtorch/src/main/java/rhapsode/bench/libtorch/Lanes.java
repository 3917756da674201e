package rhapsode.bench.libtorch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * A stream of word ids, cut into equal lanes that are read side by side, one window after the
 * other. A negative id v stands for the word ~v that is read but not to be predicted.
 */
final class Lanes {
  private final int[] stream;
  private final int lanes;
  private final int length;

  /** Whether a remainder that fills no lanes is dropped or the last lanes are padded. */
  enum Remainder {
    DROPPED,
    PADDED
  }

  Lanes(Path file, int vocabulary, int lanes, Remainder remainder) throws IOException {
    stream = read(file);
    this.lanes = lanes;
    int pairs = stream.length - 1;
    length = (remainder == Remainder.DROPPED ? pairs : pairs + lanes - 1) / lanes;
    if (length < 1) {
      throw new IllegalArgumentException("The stream " + file + " is shorter than its lanes.");
    }
    for (int id : stream) {
      if (Math.max(id, ~id) >= vocabulary) {
        throw new IllegalArgumentException(
            "The stream " + file + " has the word " + id + " outside of the vocabulary.");
      }
    }
  }

  private static int[] read(Path file) throws IOException {
    var ints = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    var stream = new int[ints.remaining() / Integer.BYTES];
    ints.asIntBuffer().get(stream);
    return stream;
  }

  int windows(int window) {
    return (length + window - 1) / window;
  }

  /** A window's inputs and targets, [time, lanes]; the last window of the lanes may be shorter. */
  Batch batch(int index, int window) {
    int start = index * window;
    int width = Math.min(window, length - start);
    var inputs = new long[width * lanes];
    var targets = new long[width * lanes];
    Arrays.fill(targets, LanguageNetwork.IGNORED);
    int counted = 0;
    for (int lane = 0; lane < lanes; lane++) {
      for (int t = 0; t < width; t++) {
        long at = (long) lane * length + start + t;
        if (at + 1 < stream.length) {
          int word = stream[(int) at];
          int next = stream[(int) at + 1];
          inputs[t * lanes + lane] = word < 0 ? ~word : word;
          targets[t * lanes + lane] = next < 0 ? LanguageNetwork.IGNORED : next;
          counted += next < 0 ? 0 : 1;
        }
      }
    }
    Tensor input = Libtorch.ids(width, lanes);
    Libtorch.write(input, inputs);
    Tensor target = Libtorch.ids(width, lanes);
    Libtorch.write(target, targets);
    return new Batch(input, target, width * lanes, counted);
  }

  /** One window; closing it frees its tensors. Words are the read ones, counted the predicted. */
  record Batch(Tensor input, Tensor target, int words, int counted) implements AutoCloseable {
    @Override
    public void close() {
      input.releaseReference();
      target.releaseReference();
    }
  }
}
