package rhapsode.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkFile;
import rhapsode.network.Networks;
import rhapsode.network.PacedRate;
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;
import rhapsode.network.layer.TokenIds;

/** Trains our network as the libtorch peer's {@code learn} trains its own: same ids, same order. */
final class Learn {
  private static final int VALID_LANES = 16;

  private Learn() {}

  public static void main(String[] words) throws IOException {
    Map<String, String> arguments = Turns.arguments(words);
    NativeThreads.use(Integer.parseInt(arguments.get("threads")));
    Setting setting = Setting.of(arguments);
    int window = setting.window();
    int lanes = setting.batch();
    double rate = number(arguments, "rate");
    int[] train = ids(Path.of(arguments.get("train")));
    int[] valid = ids(Path.of(arguments.get("valid")));
    var network =
        Networks.create(
            NetworkFile.parse(
                setting.file(number(arguments, "dropout"), rate, number(arguments, "clip")),
                "learn"),
            setting.vocabulary(),
            1);
    var runner = new NetworkRunner(network);
    int length = (train.length - 1) / lanes;
    int windows = (length + window - 1) / window;
    int all = windows * Integer.parseInt(arguments.get("epochs"));
    long every = Long.parseLong(arguments.get("evaluate"));
    long read = 0;
    long next = every;
    long nanos = 0;
    for (int step = 0; step < all; step++) {
      long start = System.nanoTime();
      if (step % windows == 0) {
        runner.clearState();
      }
      double share = 0.5 * (1 + Math.cos(Math.PI * step / all));
      PacedRate.set(network, rate * (0.01 + 0.99 * share));
      int[][] batch = batch(train, lanes, length, step % windows * window, window);
      runner.learn(batch[0], batch[1], lanes, step);
      read += batch[0].length;
      nanos += System.nanoTime() - start;
      if (read >= next || step == all - 1) {
        next += every;
        double perplexity = perplexity(runner, valid, window);
        System.out.println(
            String.format(Locale.ROOT, "point %d %.3f %.4f", read, nanos * 1e-9, perplexity));
        if (perplexity < number(arguments, "until")) {
          break;
        }
      }
    }
    System.out.println("end");
    System.exit(0);
  }

  /** The state of the training is lost; libtorch's is kept, which is no matter of quality. */
  private static double perplexity(NetworkRunner runner, int[] valid, int window) {
    runner.clearState();
    int length = (valid.length - 1 + VALID_LANES - 1) / VALID_LANES;
    Tally tally = Tally.NONE;
    for (int from = 0; from < length; from += window) {
      int[][] batch = batch(valid, VALID_LANES, length, from, window);
      tally = tally.plus(runner.tally(batch[0], batch[1], VALID_LANES));
    }
    runner.clearState();
    return Math.exp(tally.meanLoss());
  }

  private static int[][] batch(int[] stream, int lanes, int length, int from, int window) {
    int width = Math.min(window, length - from);
    int[][] batch = new int[2][width * lanes];
    Arrays.fill(batch[1], TokenIds.IGNORED);
    for (int lane = 0; lane < lanes; lane++) {
      for (int t = 0; t < width && lane * length + from + t + 1 < stream.length; t++) {
        batch[0][t * lanes + lane] = stream[lane * length + from + t];
        batch[1][t * lanes + lane] = stream[lane * length + from + t + 1];
      }
    }
    return batch;
  }

  private static int[] ids(Path file) throws IOException {
    var buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int[] ids = new int[buffer.remaining() / 4];
    buffer.asIntBuffer().get(ids);
    return ids;
  }

  private static double number(Map<String, String> arguments, String key) {
    return Double.parseDouble(arguments.get(key));
  }
}
