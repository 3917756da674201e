package rhapsode.bench.libtorch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** The mode {@code train}: the same random batch again and again, for the speed of training. */
final class TrainMode implements Protocol.Workload {
  static final Set<String> ARGUMENTS =
      Set.of(
          "network",
          "vocabulary",
          "embedding",
          "hidden",
          "layers",
          "batch",
          "window",
          "dropout",
          "tied",
          "clip",
          "rate",
          "weights",
          "optimiser");
  private static final int WARM_UP = 3;

  private final Trainer trainer;
  private final Tensor input;
  private final Tensor target;
  private final double rate;
  private final int unitsPerStep;

  private TrainMode(Arguments arguments) throws IOException {
    boolean classic = arguments.choice("network", "language", "classic").equals("classic");
    int vocabulary = arguments.count("vocabulary", classic ? 3751 : 8000);
    int batch = arguments.count("batch", classic ? 64 : 32);
    int window = arguments.count("window", classic ? 25 : 32);
    rate = arguments.number("rate", 0.001, 0, 10);
    unitsPerStep = classic ? batch : batch * window;
    long[] words =
        new Random(arguments.seed())
            .ints((window + 1L) * batch, 0, vocabulary)
            .asLongStream()
            .toArray();
    input = Libtorch.ids(window, batch);
    Libtorch.write(input, Arrays.copyOf(words, window * batch));
    int first = classic ? window : 1;
    target = classic ? Libtorch.ids(batch) : Libtorch.ids(window, batch);
    Libtorch.write(target, Arrays.copyOfRange(words, first * batch, words.length));
    trainer =
        new Trainer(
            classic ? classic(arguments, vocabulary, window) : language(arguments, batch),
            arguments);
    if (!arguments.has("weights")) {
      run(WARM_UP);
    }
  }

  private static Network classic(Arguments arguments, int vocabulary, int window) {
    for (String key : Set.of("embedding", "hidden", "layers", "dropout", "tied", "weights")) {
      if (arguments.has(key)) {
        throw new IllegalArgumentException("The classic network has no argument \"" + key + "\".");
      }
    }
    return new ClassicNetwork(vocabulary, window);
  }

  private static Network language(Arguments arguments, int batch) throws IOException {
    var network = new LanguageNetwork(LanguageNetwork.Shape.of(arguments), batch);
    if (arguments.has("weights")) {
      WeightsFile.load(Path.of(arguments.text("weights")), network.parameters());
    }
    return network;
  }

  static void run(Arguments arguments, Protocol protocol) throws IOException {
    Libtorch.prepare(arguments, true);
    protocol.serve(new TrainMode(arguments));
  }

  @Override
  public double run(int steps) {
    double loss = Double.NaN;
    for (int i = 0; i < steps; i++) {
      loss = trainer.step(input, target, rate);
    }
    return loss;
  }

  @Override
  public int unitsPerStep() {
    return unitsPerStep;
  }
}
