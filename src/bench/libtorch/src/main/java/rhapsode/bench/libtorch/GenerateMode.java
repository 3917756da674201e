package rhapsode.bench.libtorch;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;

/**
 * The mode {@code generate}: one word a step for a batch of texts, with all log-probabilities. The
 * next words are random draws, so that choosing them costs nothing.
 */
final class GenerateMode implements Protocol.Workload {
  static final Set<String> ARGUMENTS =
      Set.of("vocabulary", "embedding", "hidden", "layers", "batch", "tied");
  private static final int WARM_UP = 20;

  private final LanguageNetwork network;
  private final Random random;
  private final int vocabulary;
  private final long[] words;
  private final Tensor input;

  private GenerateMode(Arguments arguments) {
    int batch = arguments.count("batch", 16);
    LanguageNetwork.Shape shape = LanguageNetwork.Shape.of(arguments);
    network = new LanguageNetwork(shape, batch);
    network.training(false);
    vocabulary = shape.vocabulary();
    random = new Random(arguments.seed());
    words = new long[batch];
    input = Libtorch.ids(1, batch);
  }

  static void run(Arguments arguments, Protocol protocol) throws IOException {
    // oneDNN's LSTM reorders all weights at each call, which costs more than one step's work.
    Libtorch.prepare(arguments, false);
    var mode = new GenerateMode(arguments);
    mode.run(WARM_UP);
    protocol.serve(mode);
  }

  @Override
  public double run(int steps) {
    double sum = 0;
    try (var inference = new InferenceMode()) {
      for (int i = 0; i < steps; i++) {
        sum += step();
      }
    }
    return sum;
  }

  private double step() {
    for (int i = 0; i < words.length; i++) {
      words[i] = random.nextInt(vocabulary);
    }
    Libtorch.write(input, words);
    try (var scope = new PointerScope()) {
      Tensor result = network.logProbabilities(input);
      network.carryState();
      return result.data_ptr_float().get();
    }
  }

  @Override
  public int unitsPerStep() {
    return 1;
  }
}
