package rhapsode.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkFile;
import rhapsode.network.Networks;
import rhapsode.network.layer.Generator;
import rhapsode.network.layer.NetworkRunner;

/** Runs our network. */
final class Ours {
  private Ours() {}

  public static void main(String[] words) throws IOException {
    Map<String, String> arguments = Turns.arguments(words);
    NativeThreads.use(Integer.parseInt(arguments.get("threads")));
    Setting setting = Setting.of(arguments);
    var description =
        setting.classic()
            ? NetworkFile.read(Path.of("config/networks/classic.yml"))
            : NetworkFile.parse(setting.file(0, 0.001, 1), "bench");
    MultiLayerNetwork network = Networks.create(description, setting.vocabulary(), 1);
    if (words[0].equals("generate")) {
      generate(setting, network);
    } else {
      train(setting, network);
    }
  }

  private static void train(Setting setting, MultiLayerNetwork network) throws IOException {
    int[] ids = Turns.ids(setting);
    int lanes = setting.batch();
    int[] words = Arrays.copyOf(ids, ids.length - lanes);
    int[] next = Arrays.copyOfRange(ids, setting.classic() ? words.length : lanes, ids.length);
    var runner = new NetworkRunner(network);
    Turns.take(
        setting.words(), 30, step -> runner.learn(words, next, lanes, step).meanLoss());
  }

  private static void generate(Setting setting, MultiLayerNetwork network) throws IOException {
    var generator = new Generator(network);
    var states = generator.begin(setting.batch());
    var logProbabilities = new float[setting.batch()][setting.vocabulary()];
    var random = new Random(1);
    int[] words = new int[setting.batch()];
    Turns.take(
        1,
        500,
        step -> {
          Arrays.setAll(words, i -> random.nextInt(setting.vocabulary()));
          generator.step(states, words);
          generator.logProbabilities(logProbabilities);
          return logProbabilities[0][0];
        });
  }
}
