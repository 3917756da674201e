package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.language.Continuation;
import rhapsode.language.LanguageModel;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

class NetworkModelTest {
  @TempDir Path folder;

  static Stream<NetworkDescription> networks() {
    return Stream.of(SmallNetworks.stream(0.01, 1), SmallNetworks.window(1));
  }

  private LanguageModel model(NetworkDescription description) throws IOException {
    Vocabulary vocabulary = Vocabulary.of(Verse.corpus(20), 60, 1);
    var score = new Score(2, 1, 1, 0);
    new ModelFolder(folder.resolve("m"))
        .write(
            description,
            vocabulary,
            Networks.create(description, vocabulary.size(), 5),
            new ModelFolder.Origin("hash", "", "CC0-1.0", Instant.EPOCH),
            new Epoch(score, score));
    return NetworkModel.load(folder.resolve("m"));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void stepsAndReorderingGiveWhatEachTextGivesAlone(NetworkDescription description)
      throws IOException {
    LanguageModel model = model(description);
    int[][] texts = {{3, 5, 9, 7}, {3, 8, 4, 6}, {3, 10, 11, 12}};
    Continuation batch = model.begin(3);
    batch.read(new int[] {3, 3, 3});
    batch.read(new int[] {5, 8, 10});
    batch.keep(new int[] {2, 0, 0, 1});
    batch.read(new int[] {11, 9, 9, 4});
    float[][] last = batch.read(new int[] {12, 7, 7, 6});
    assertEquals(4, batch.rows());
    assertArrayEquals(alone(model, texts[2]), last[0], 1e-4f);
    assertArrayEquals(alone(model, texts[0]), last[1], 1e-4f);
    assertArrayEquals(last[1], last[2], 1e-6f);
    assertArrayEquals(alone(model, texts[1]), last[3], 1e-4f);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void probabilitiesSumToOneAndTwoContinuationsDoNotDisturbEachOther(NetworkDescription description)
      throws IOException {
    LanguageModel model = model(description);
    Continuation one = model.begin(1);
    Continuation other = model.begin(2);
    one.read(new int[] {3});
    other.read(new int[] {7, 8});
    float[] next = one.read(new int[] {5})[0];
    assertArrayEquals(alone(model, 3, 5), next, 1e-6f);
    double sum = 0;
    for (float log : next) {
      sum += Math.exp(log);
    }
    assertEquals(1, sum, 1e-4);
  }

  private static float[] alone(LanguageModel model, int... words) {
    Continuation text = model.begin(1);
    float[] next = {};
    for (int word : words) {
      next = text.read(new int[] {word})[0];
    }
    return next;
  }
}
