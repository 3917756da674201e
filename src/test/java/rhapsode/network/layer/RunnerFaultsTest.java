package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import rhapsode.network.Networks;
import rhapsode.network.PacedRate;
import rhapsode.testing.SmallNetworks;

/** What is wrong is said, and leaves the network as it was. */
class RunnerFaultsTest {
  private static final int WORDS = 24;
  private static final int BATCH = 4;
  private static final int[] GOOD = Windows.random(1, BATCH * 6, WORDS);
  private static final int[] NEXT = Windows.random(2, BATCH * 6, WORDS);

  private MultiLayerNetwork network = Networks.create(SmallNetworks.tied(), WORDS, 5);
  private NetworkRunner runner = new NetworkRunner(network);

  @BeforeEach
  void carryAState() {
    network = Networks.create(SmallNetworks.tied(), WORDS, 5);
    runner = new NetworkRunner(network);
    runner.learn(GOOD, NEXT, BATCH, 0);
  }

  private void refused(String why, Executable learning) {
    float[][] before = Windows.bits(network);
    String message = assertThrows(IllegalArgumentException.class, learning).getMessage();
    assertTrue(message.contains(why), message);
    unchanged(before);
    runner.learn(GOOD, NEXT, BATCH, 1); // and goes on
  }

  private void unchanged(float[][] before) {
    float[][] after = Windows.bits(network);
    assertArrayEquals(before[0], after[0]);
    assertArrayEquals(before[1], after[1]);
  }

  private static int[] with(int[] words, int place, int id) {
    int[] changed = words.clone();
    changed[place] = id;
    return changed;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, WORDS, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aWordOutsideTheVocabularyIsRefused(int id) {
    String why = "word ids are whole numbers from 0 to 23, not " + id;
    refused(why, () -> runner.learn(with(GOOD, 7, id), NEXT, BATCH, 1));
    refused(why, () -> runner.tally(with(GOOD, 7, id), NEXT, BATCH));
    refused(
        why,
        () -> runner.logProbabilities(with(GOOD, 7, id), BATCH, new float[GOOD.length][WORDS]));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, WORDS, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aLabelOutsideTheVocabularyIsRefused(int id) {
    String why = "word ids are whole numbers from -1 to 23, not " + id;
    refused(why, () -> runner.learn(GOOD, with(NEXT, 7, id), BATCH, 1));
    refused(why, () -> runner.tally(GOOD, with(NEXT, 7, id), BATCH));
  }

  @Test
  void anotherBatchThanThatOfTheStateIsRefused() {
    refused(
        "a batch of 2 cannot go on from the state of a batch of 4",
        () -> runner.learn(GOOD, NEXT, 2, 1));
    refused(
        "a batch of 12 cannot go on from the state of a batch of 4",
        () -> runner.tally(GOOD, NEXT, 12));
  }

  @Test
  void wordsThatAreNoWholeStepsAreRefused() {
    refused(
        "3 words are no whole steps of a batch of 4",
        () -> runner.learn(new int[] {1, 2, 3}, new int[] {1, 2, 3}, BATCH, 1));
    refused(
        "0 words are no whole steps of a batch of 4",
        () -> runner.learn(new int[0], new int[0], BATCH, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -4})
  void aBatchOfNothingIsRefused(int batch) {
    refused("no whole steps of a batch of " + batch, () -> runner.learn(GOOD, NEXT, batch, 1));
  }

  @Test
  void aWrongNumberOfLabelsIsRefused() {
    refused(
        "24 labels were expected, not 4",
        () -> runner.learn(GOOD, new int[] {1, 2, 3, 4}, BATCH, 1));
    refused("24 labels were expected, not 0", () -> runner.tally(GOOD, new int[0], BATCH));
  }

  @ParameterizedTest
  @CsvSource({
    "0, W, 3",
    "1, W, 5",
    "1, RW, 5",
    "1, b, 5",
    "2, gamma, 1",
    "2, beta, 1",
    "4, W, 2",
    "4, RW, 2",
    "4, b, 2",
    "5, W, 4",
    "5, b, 4",
    "6, b, 3"
  })
  void weightsThatAreNoNumbersEndTheStepAndStayAsTheyAre(int layer, String key, long place) {
    poison(layer, key, place, Float.NaN);
    notFinite();
  }

  /** A bias that is infinite only saturates its gate; a weight makes 0 times infinity. */
  @ParameterizedTest
  @CsvSource({"0, W, 3", "1, W, 5", "1, RW, 5", "4, W, 2", "4, RW, 2", "5, W, 4", "6, b, 3"})
  void infiniteWeightsEndTheStepAndStayAsTheyAre(int layer, String key, long place) {
    poison(layer, key, place, Float.POSITIVE_INFINITY);
    notFinite();
  }

  private void poison(int layer, String key, long place, float value) {
    INDArray parameter = network.getLayer(layer).getParam(key);
    parameter.putScalar(place, value);
  }

  private void notFinite() {
    float[][] before = Windows.bits(network);
    // All words are read, so that no row of the embedding is left out.
    int[] all = new int[BATCH * 6];
    for (int i = 0; i < all.length; i++) {
      all[i] = i % WORDS;
    }
    String message =
        assertThrows(ArithmeticException.class, () -> runner.learn(all, NEXT, BATCH, 1))
            .getMessage();
    assertTrue(message.startsWith("the loss is not") || message.startsWith("the gradient is not"));
    unchanged(before);
  }

  @Test
  void aRateThatBlowsTheWeightsUpEndsInAFaultThatLeavesThemAsTheyAre() {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof BaseLayer configuration
          && configuration.getIUpdater() instanceof Adam adam
          && adam.getLearningRateSchedule() instanceof PacedRate paced) {
        paced.setRate(1e30);
      }
    }
    float[][] before = Windows.bits(network);
    int step = 1;
    try {
      for (; step < 20; step++) {
        before = Windows.bits(network);
        runner.learn(GOOD, NEXT, BATCH, step);
      }
    } catch (ArithmeticException e) {
      assertTrue(e.getMessage().contains("is not"), e.getMessage());
    }
    assertTrue(step > 1 && step < 20, "after step " + step);
    unchanged(before);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0.5f, -1, 24})
  void idsThatAreNoWordsAreRefusedByDl4jsOutputToo(float id) {
    INDArray words = Windows.array(GOOD, BATCH);
    words.putScalar(5, id);
    network.rnnClearPreviousState();
    String message =
        assertThrows(IllegalArgumentException.class, () -> network.output(words)).getMessage();
    assertEquals("word ids are whole numbers from 0 to 23, not " + id, message);
  }
}
