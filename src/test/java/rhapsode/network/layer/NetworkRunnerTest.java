package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkDescription;
import rhapsode.network.NetworkFile;
import rhapsode.network.Networks;
import rhapsode.testing.SmallNetworks;

class NetworkRunnerTest {
  private static final int WORDS = 24;
  private static final int BATCH = 4;
  private static final int TIME = 8;

  @BeforeAll
  static void oneThread() {
    NativeThreads.use(1);
  }

  @AfterAll
  static void allThreads() {
    NativeThreads.use(Runtime.getRuntime().availableProcessors());
    Deviations.write();
  }

  static Stream<NetworkDescription> streams() {
    return Stream.of(SmallNetworks.tied(), SmallNetworks.stream(0.01, 1));
  }

  private static MultiLayerNetwork network(NetworkDescription description) {
    return Networks.create(description, WORDS, 5);
  }

  private static int[] words(long seed) {
    return Windows.random(seed, BATCH * TIME, WORDS);
  }

  /** Every word at least once, so that lazy Adam moves all rows as Adam does. */
  private static int[] allWords(long seed) {
    int[] words = words(seed);
    for (int i = 0; i < WORDS; i++) {
      words[i] = i;
    }
    var random = new Random(seed);
    for (int i = words.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int word = words[i];
      words[i] = words[other];
      words[other] = word;
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aFewStepsMoveTheParametersAsDl4jMovesThem(NetworkDescription description) {
    MultiLayerNetwork ours = network(description);
    MultiLayerNetwork theirs = network(description);
    var runner = new NetworkRunner(ours);
    for (int step = 0; step < 6; step++) {
      int[] words = allWords(step);
      int[] next = words(100 + step);
      Tally tally = runner.learn(words, next, BATCH, step);
      learnByDl4j(theirs, words, next, step);
      assertEquals(theirs.score(), tally.meanLoss(), 1e-5 * tally.meanLoss());
    }
    INDArray expected = theirs.params();
    double deviation =
        expected.sub(ours.params()).amaxNumber().doubleValue()
            / expected.amaxNumber().doubleValue();
    Deviations.note("parameters after Adam, " + description.name(), deviation);
    assertTrue(deviation <= 1e-5, "the parameters deviate by " + deviation);
    assertNotEquals(network(description).params(), expected);
  }

  /** One step on DL4J's own way, with its updater. */
  private static void learnByDl4j(MultiLayerNetwork network, int[] words, int[] next, int step) {
    network.getLayerWiseConfigurations().setIterationCount(step);
    for (Layer layer : network.getLayers()) {
      layer.setIterationCount(step);
    }
    network.setInput(Windows.array(words, BATCH));
    network.setLabels(Windows.array(next, BATCH));
    network.computeGradientAndScore();
    network
        .getUpdater()
        .update(network, network.gradient(), step, 0, BATCH, LayerWorkspaceMgr.noWorkspaces());
    INDArray parameters = network.params();
    parameters.subi(network.getGradientsViewArray().reshape(parameters.shape()));
    network.updateRnnStateWithTBPTTState();
  }

  @Test
  void rowsOfTheEmbeddingThatABatchDoesNotTouchKeepTheirBits() {
    MultiLayerNetwork network = network(SmallNetworks.stream(0.01, 1));
    var runner = new NetworkRunner(network);
    // The first step gives the rows a momentum, which plain Adam would follow in the second.
    runner.learn(allWords(1), words(2), BATCH, 0);
    float[][] before = network.getLayer(0).getParam("W").toFloatMatrix();
    int[] words = Windows.random(3, BATCH * TIME, 10);
    runner.learn(words, words(4), BATCH, 1);
    float[][] after = network.getLayer(0).getParam("W").toFloatMatrix();
    for (int word = 0; word < WORDS; word++) {
      int row = word;
      boolean touched = Arrays.stream(words).anyMatch(w -> w == row);
      assertEquals(!touched, Arrays.equals(before[word], after[word]), "word " + word);
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void windowsThatGoOnTallyWhatOneLongWindowDoes(NetworkDescription description) {
    MultiLayerNetwork network = network(description);
    var runner = new NetworkRunner(network);
    int time = 24;
    int[] words = Windows.random(1, BATCH * time, WORDS);
    int[] next = Windows.random(2, BATCH * time, WORDS);
    runner.learn(words, next, BATCH, 0); // statistics and weights that are no longer the first ones
    runner.clearState();
    Tally whole = runner.tally(words, next, BATCH);
    assertEquals(words.length, whole.labels());
    for (int window : new int[] {1, 8, 5, 23, 24}) {
      runner.clearState();
      Tally sum = Tally.NONE;
      for (int from = 0; from < time; from += window) {
        int to = Math.min(time, from + window);
        sum =
            sum.plus(
                runner.tally(
                    Arrays.copyOfRange(words, from * BATCH, to * BATCH),
                    Arrays.copyOfRange(next, from * BATCH, to * BATCH),
                    BATCH));
      }
      assertEquals(whole.loss(), sum.loss(), 1e-5 * whole.loss(), "windows of " + window);
      assertEquals(whole.correct(), sum.correct());
      assertEquals(whole.labels(), sum.labels());
    }
  }

  @Test
  void aLaneThatIsClearedReadsAsIfItBegan() {
    var runner = new NetworkRunner(network(SmallNetworks.tied()));
    float[][] cleared = new float[BATCH * TIME][WORDS];
    float[][] begun = new float[BATCH * TIME][WORDS];
    int[] words = words(3);
    runner.logProbabilities(words, BATCH, begun);
    runner.tally(words(1), words(2), BATCH);
    runner.clearState(2);
    runner.logProbabilities(words, BATCH, cleared);
    assertArrayEquals(begun[2], cleared[2], 1e-6f);
    assertFalse(Arrays.equals(begun[1], cleared[1]));
  }

  @Test
  void windowsOfOneStepCanBeLearnedFrom() {
    var runner = new NetworkRunner(network(SmallNetworks.tied()));
    double first = runner.learn(new int[] {1, 2, 3, 4}, new int[] {2, 3, 4, 5}, BATCH, 0).loss();
    double last = first;
    for (int step = 1; step < 60; step++) {
      last = runner.learn(new int[] {1, 2, 3, 4}, new int[] {2, 3, 4, 5}, BATCH, step).loss();
    }
    assertTrue(last < first / 2, first + " became " + last);
  }

  @Test
  void labelsThatAreIgnoredDoNotCount() {
    var runner = new NetworkRunner(network(SmallNetworks.tied()));
    int[] next = words(2);
    Arrays.fill(next, 0, 10, TokenIds.IGNORED);
    assertEquals(BATCH * TIME - 10, runner.learn(words(1), next, BATCH, 0).labels());
    Arrays.fill(next, TokenIds.IGNORED);
    assertEquals(Tally.NONE, runner.learn(words(1), next, BATCH, 1));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void theSameSeedAndTheSameWordsGiveTheSameBits(NetworkDescription description) {
    MultiLayerNetwork one = network(description);
    MultiLayerNetwork other = network(description);
    learn(new NetworkRunner(one), 0, 6);
    learn(new NetworkRunner(other), 0, 6);
    assertBits(one, other);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aNetworkThatWasSavedGoesOnWithTheSameBits(NetworkDescription description)
      throws IOException {
    MultiLayerNetwork network = network(description);
    var runner = new NetworkRunner(network);
    learn(runner, 0, 3);
    MultiLayerNetwork again = savedAndRead(network);
    learn(runner, 3, 6);
    learn(new NetworkRunner(again), 3, 6);
    assertBits(network, again);
  }

  private static void learn(NetworkRunner runner, int from, int to) {
    for (int step = from; step < to; step++) {
      runner.learn(words(step), words(50 + step), BATCH, step);
    }
  }

  private static MultiLayerNetwork savedAndRead(MultiLayerNetwork network) throws IOException {
    var file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, file, true);
    MultiLayerNetwork again =
        ModelSerializer.restoreMultiLayerNetwork(
            new ByteArrayInputStream(file.toByteArray()), true);
    for (int i = 0; i < network.getnLayers(); i++) {
      if (network.getLayer(i) instanceof RecurrentLayer from) {
        Map<String, INDArray> states = new HashMap<>();
        from.rnnGetPreviousState().forEach((key, state) -> states.put(key, state.dup()));
        assertEquals(2, states.size());
        ((RecurrentLayer) again.getLayer(i)).rnnSetPreviousState(states);
      }
    }
    return again;
  }

  private static void assertBits(MultiLayerNetwork expected, MultiLayerNetwork actual) {
    float[][] bits = Windows.bits(expected);
    for (int i = 0; i < bits.length; i++) {
      assertArrayEquals(bits[i], Windows.bits(actual)[i]);
    }
  }

  /** Also where threads come and go between two windows, and rows are many or few. */
  @ParameterizedTest
  @MethodSource("streams")
  void theNumberOfThreadsMakesNoDifference(NetworkDescription description) {
    NetworkDescription wide =
        NetworkFile.parse(
            description.source().replaceAll("lstm, size: \\d+", "lstm, size: 67"), "wide.yml");
    MultiLayerNetwork alone = network(wide);
    MultiLayerNetwork together = network(wide);
    int[] threads = {3, 1, 4, 2, 4};
    try {
      var one = new NetworkRunner(alone);
      var many = new NetworkRunner(together);
      for (int step = 0; step < threads.length; step++) {
        int count = step == 3 ? BATCH * 2 : BATCH * 31;
        int[] words = Windows.random(step, count, WORDS);
        int[] next = Windows.random(50 + step, count, WORDS);
        NativeThreads.use(1);
        Tally expected = one.learn(words, next, BATCH, step);
        NativeThreads.use(threads[step]);
        Tally tally = many.learn(words, next, BATCH, step);
        assertEquals(expected.loss(), tally.loss(), 1e-5 * expected.loss());
        assertEquals(expected.labels(), tally.labels());
      }
    } finally {
      NativeThreads.use(1);
    }
    double deviation =
        alone.params().sub(together.params()).amaxNumber().doubleValue()
            / alone.params().amaxNumber().doubleValue();
    Deviations.note("parameters by other threads, " + description.name(), deviation);
    // Adam's first step divides a gradient next to zero by its own size: its rounding grows to a
    // part of a step, which is 0.01 here.
    assertTrue(deviation <= 1e-3, "the parameters deviate by " + deviation);
  }

  @Test
  void aNetworkThatReadsWindowsLearnsTheWordAfterEach() {
    MultiLayerNetwork network = network(SmallNetworks.window(1));
    var runner = new NetworkRunner(network);
    int[] next = {1, 2, 3, 4};
    for (int step = 0; step < 60; step++) {
      assertEquals(BATCH, runner.learn(words(1), next, BATCH, step).labels());
    }
    assertEquals(BATCH, runner.tally(words(1), next, BATCH).correct());
  }
}
