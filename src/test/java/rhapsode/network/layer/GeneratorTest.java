package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.network.NetworkDescription;
import rhapsode.network.Networks;
import rhapsode.testing.SmallNetworks;

class GeneratorTest {
  private static final int WORDS = 24;

  private final Generator generator = new Generator(network(SmallNetworks.tied()));

  @AfterAll
  static void report() {
    Deviations.write();
  }

  static Stream<NetworkDescription> streams() {
    return Stream.of(SmallNetworks.tied(), SmallNetworks.stream(0.01, 1));
  }

  /** Away from its first weights, so that normalisations and biases count. */
  private static MultiLayerNetwork network(NetworkDescription description) {
    MultiLayerNetwork network = Networks.create(description, WORDS, 5);
    var runner = new NetworkRunner(network);
    for (int step = 0; step < 20; step++) {
      runner.learn(Windows.random(step, 32, WORDS), Windows.random(9, 32, WORDS), 4, step);
    }
    network.rnnClearPreviousState();
    return network;
  }

  private static float[][] next(Generator generator, States states, int... words) {
    generator.step(states, words);
    float[][] logs = new float[words.length][WORDS];
    generator.logProbabilities(logs);
    return logs;
  }

  /** What follows a text that is read alone. */
  private float[] alone(List<Integer> text) {
    States states = generator.begin(1);
    float[] last = {};
    for (int word : text) {
      last = next(generator, states, word)[0];
    }
    return last;
  }

  @ParameterizedTest
  @MethodSource("streams")
  void wordByWordGivesWhatTheWholeSequenceGives(NetworkDescription description) {
    MultiLayerNetwork network = network(description);
    var steps = new Generator(network);
    int batch = 5;
    int time = 12;
    int[] words = Windows.random(1, batch * time, WORDS);
    INDArray whole = network.output(Windows.array(words, batch)).dup();
    float[][] rows = new float[batch * time][WORDS];
    new NetworkRunner(network).logProbabilities(words, batch, rows);
    States states = steps.begin(batch);
    for (int t = 0; t < time; t++) {
      float[][] logs = next(steps, states, Arrays.copyOfRange(words, t * batch, (t + 1) * batch));
      for (int b = 0; b < batch; b++) {
        assertArrayEquals(rows[t * batch + b], logs[b], 1e-4f);
        for (int word = 0; word < WORDS; word++) {
          double expected = Math.log(whole.getDouble(b, word, t));
          double deviation = Math.abs(expected - logs[b][word]) / Math.abs(expected);
          Deviations.note("word by word, " + description.name(), deviation);
          assertEquals(expected, logs[b][word], 1e-4);
        }
      }
    }
  }

  @Test
  void logitsAreLogProbabilitiesButForAConstant() {
    States states = generator.begin(3);
    generator.step(states, new int[] {1, 2, 3});
    float[][] logits = new float[3][WORDS];
    float[][] logs = new float[3][WORDS];
    generator.logits(logits);
    generator.logProbabilities(logs);
    for (int row = 0; row < 3; row++) {
      double sum = 0;
      for (float logit : logits[row]) {
        sum += Math.exp(logit);
      }
      for (int word = 0; word < WORDS; word++) {
        assertEquals(logits[row][word] - Math.log(sum), logs[row][word], 1e-4);
      }
    }
  }

  @Test
  void keepingReordersDuplicatesAndDropsTexts() {
    States states = generator.begin(3);
    next(generator, states, 1, 2, 3);
    next(generator, states, 4, 5, 6);
    states.keep(new int[] {2, 0, 0, 2, 2});
    assertEquals(5, states.rows());
    float[][] logs = next(generator, states, 7, 8, 9, 7, 10);
    assertArrayEquals(alone(List.of(3, 6, 7)), logs[0], 1e-5f);
    assertArrayEquals(alone(List.of(1, 4, 8)), logs[1], 1e-5f);
    assertArrayEquals(alone(List.of(1, 4, 9)), logs[2], 1e-5f);
    assertArrayEquals(alone(List.of(3, 6, 7)), logs[3], 1e-5f);
    assertArrayEquals(alone(List.of(3, 6, 10)), logs[4], 1e-5f);
  }

  @Test
  void keepingATextThatIsNotThereIsRefusedAndChangesNothing() {
    States states = generator.begin(2);
    next(generator, states, 1, 2);
    states.keep(new int[] {1});
    // The second row is still in memory, but no longer one of the texts.
    assertThrows(IndexOutOfBoundsException.class, () -> states.keep(new int[] {0, 1}));
    assertThrows(IndexOutOfBoundsException.class, () -> states.copies(1, 2));
    assertEquals(1, states.rows());
    assertArrayEquals(alone(List.of(2, 3)), next(generator, states, 3)[0], 1e-5f);
  }

  @Test
  void copiesGoOnOnTheirOwn() {
    States states = generator.begin(2);
    next(generator, states, 1, 2);
    States copies = states.copies(1, 3);
    float[][] logs = next(generator, copies, 3, 4, 5);
    assertArrayEquals(alone(List.of(2, 3)), logs[0], 1e-5f);
    assertArrayEquals(alone(List.of(2, 5)), logs[2], 1e-5f);
    assertArrayEquals(alone(List.of(2, 6)), next(generator, states, 5, 6)[1], 1e-5f);
    assertArrayEquals(alone(List.of(2, 4, 7)), next(generator, copies, 8, 7, 9)[1], 1e-5f);
  }

  @Test
  void theNumberOfTextsMayChangeFromStepToStep() {
    var random = new Random(1);
    List<List<Integer>> texts = new ArrayList<>(List.of(List.of()));
    States states = generator.begin(1);
    for (int rows : new int[] {16, 5, 16, 1, 40, 2}) {
      int[] from = random.ints(rows, 0, texts.size()).toArray();
      states.keep(from);
      int[] words = random.ints(rows, 0, WORDS).toArray();
      List<List<Integer>> longer = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        var text = new ArrayList<>(texts.get(from[row]));
        text.add(words[row]);
        longer.add(text);
      }
      texts = longer;
      float[][] logs = next(generator, states, words);
      for (int row = 0; row < rows; row++) {
        assertArrayEquals(alone(texts.get(row)), logs[row], 1e-5f);
      }
    }
  }

  @Test
  void aWrongNumberOfWordsIsRefused() {
    States states = generator.begin(2);
    refused("1 words cannot go on 2 texts", states, 1);
    refused("3 words cannot go on 2 texts", states, 1, 2, 3);
    refused("0 words cannot go on 2 texts", states);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, WORDS, Integer.MAX_VALUE})
  void aWordOutsideTheVocabularyIsRefused(int id) {
    refused("word ids are whole numbers from 0 to 23, not " + id, generator.begin(2), 1, id);
  }

  /** And the texts stay where they were. */
  private void refused(String why, States states, int... words) {
    next(generator, states, 4, 5);
    States before = states.copies(0, 1);
    String message =
        assertThrows(IllegalArgumentException.class, () -> generator.step(states, words))
            .getMessage();
    assertEquals(why, message);
    assertArrayEquals(next(generator, before, 6)[0], next(generator, states, 6, 7)[0], 1e-5f);
  }

  @Test
  void withoutAStepThereIsNoPrediction() {
    var fresh = new Generator(network(SmallNetworks.tied()));
    fresh.begin(1);
    assertThrows(IllegalStateException.class, () -> fresh.logProbabilities(new float[1][WORDS]));
    assertThrows(IllegalStateException.class, () -> fresh.logits(new float[1][WORDS]));
  }

  @Test
  void aNetworkThatReadsWindowsIsRefused() {
    MultiLayerNetwork windows = Networks.create(SmallNetworks.window(1), WORDS, 5);
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Generator(windows)).getMessage();
    assertTrue(message.endsWith("does not predict every next word"), message);
  }

  @Test
  void aStepMovesOnlyItsStates() {
    States one = generator.begin(1);
    float[] first = next(generator, one, 1)[0];
    assertFalse(Arrays.equals(first, next(generator, one, 1)[0]));
    assertArrayEquals(first, next(generator, generator.begin(1), 1)[0], 1e-5f);
  }
}
