package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rhapsode.network.layer.StockPeers.assertClose;
import static rhapsode.network.layer.StockPeers.compare;
import static rhapsode.network.layer.StockPeers.compareScores;
import static rhapsode.network.layer.StockPeers.copy;
import static rhapsode.network.layer.StockPeers.gradients;
import static rhapsode.network.layer.StockPeers.ids;
import static rhapsode.network.layer.StockPeers.network;
import static rhapsode.network.layer.StockPeers.oneHot;
import static rhapsode.network.layer.StockPeers.ours;
import static rhapsode.network.layer.StockPeers.stockStream;
import static rhapsode.network.layer.StockPeers.vectors;

import java.util.Random;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import rhapsode.network.NativeThreads;
import rhapsode.network.layer.StockPeers.Size;

/**
 * Our layers against DL4J's own, as whole networks with the same weights: outputs and gradients.
 */
class StockAgreementTest {
  private static final String SIZES = "rhapsode.network.layer.StockPeers#sizes";

  /** Ours deal their work out; DL4J's own take far more threads by default. */
  @BeforeAll
  static void threads() {
    NativeThreads.use(2);
  }

  @AfterAll
  static void report() {
    NativeThreads.use(NativeThreads.usual());
    Deviations.write();
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void sequencesOfWordsGiveTheSameOutputsScoresAndGradients(Size size) {
    MultiLayerNetwork stock = stockStream(size, true);
    MultiLayerNetwork ours = ours(size, true, false);
    copy(stock, ours);

    var random = new Random(size.seed());
    INDArray words = ids(random, size);
    INDArray next = ids(random, size);
    double labels = size.batch() * (double) size.time();
    gradients(stock, words, oneHot(next, size.words()));
    gradients(ours, words, next);
    compare("words", stock, ours, labels);

    // A second window goes on from the state of the first. Its gradients cannot be compared: the
    // stock LSTM of 1.0.0-M2.1 runs its backward pass from an empty state.
    stock.updateRnnStateWithTBPTTState();
    ours.updateRnnStateWithTBPTTState();
    gradients(stock, next, oneHot(words, size.words()));
    gradients(ours, next, words);
    compareScores("words of a second window", stock, ours, labels);
    stock.rnnClearPreviousState();
    ours.rnnClearPreviousState();
    assertClose("words: output", stock.output(words), ours.output(words));
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void gradientsOfAWindowThatGoesOnAgreeWithDifferences(Size size) {
    MultiLayerNetwork ours =
        network(
            size.seed(),
            true,
            new TokenEmbedding(size.words(), size.embedding(), false),
            new FusedLstm(size.embedding(), size.units(), false),
            new SequenceBatchNormalization(size.units(), false),
            new FusedLstm(size.units(), size.units(), false),
            new Softmax(size.units(), size.words(), false));
    var random = new Random(size.seed());
    INDArray words = ids(random, size);
    INDArray next = ids(random, size);
    gradients(ours, words, next);
    ours.updateRnnStateWithTBPTTState();
    gradients(ours, next, words);
    INDArray gradient = ours.getGradientsViewArray().dup();
    INDArray direction = Nd4j.rand(DataType.FLOAT, gradient.shape()).subi(0.5);
    maskStatistics(ours, direction);
    double expected = gradient.mul(direction).sumNumber().doubleValue();
    double step = 2e-3;
    double difference =
        scoreAt(ours, direction, step, next, words) - scoreAt(ours, direction, -step, next, words);
    double size2 = Math.max(Math.abs(expected), 0.05);
    assertEquals(expected, difference / (2 * step), 0.05 * size2);
  }

  /** Running statistics are no parameters of the loss. */
  private static void maskStatistics(MultiLayerNetwork network, INDArray direction) {
    long at = 0;
    for (var layer : network.getLayers()) {
      for (var parameter : layer.paramTable().entrySet()) {
        long end = at + parameter.getValue().length();
        if (parameter.getKey().equals("mean") || parameter.getKey().equals("var")) {
          for (long i = at; i < end; i++) {
            direction.putScalar(0, i, 0);
          }
        }
        at = end;
      }
    }
  }

  private static double scoreAt(
      MultiLayerNetwork network, INDArray direction, double step, INDArray in, INDArray labels) {
    INDArray parameters = network.params();
    INDArray before = parameters.dup();
    parameters.addi(direction.reshape(parameters.shape()).mul(step));
    gradients(network, in, labels);
    parameters.assign(before);
    return network.score();
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void batchNormalisationOfVectorsAgrees(Size size) {
    if (size.batch() < 2) {
      return; // a batch of one has no variance, and both divide by next to nothing
    }
    MultiLayerNetwork stock =
        network(
            size.seed(),
            false,
            new BatchNormalization.Builder()
                .nIn(size.units())
                .nOut(size.units())
                .useLogStd(false)
                .build(),
            vectors(size.units(), size.words()));
    MultiLayerNetwork ours =
        network(
            size.seed(),
            false,
            new SequenceBatchNormalization(size.units(), false),
            new Softmax(size.units(), size.words(), false));
    copy(stock, ours);
    var random = new Random(size.seed());
    INDArray features = Nd4j.rand(DataType.FLOAT, size.batch(), size.units()).muli(3).subi(1);
    INDArray next = ids(random, size.batch(), size.words());
    gradients(stock, features, oneHot(next, size.words()));
    gradients(ours, features, next);
    compare("batch normalisation", stock, ours, size.batch());
    assertClose("batch normalisation: output", stock.output(features), ours.output(features));
  }

  @Test
  void batchNormalisationOfASequenceIsThatOfItsStepsAsExamples() {
    var layer = new SequenceBatchNormalization(6, false);
    MultiLayerNetwork sequences = network(3, false, layer, new Softmax(6, 9, false));
    INDArray flat = Nd4j.rand(DataType.FLOAT, 20, 6);
    INDArray labels = Nd4j.createFromArray(new float[20]).reshape(20, 1).addi(4);
    gradients(sequences, flat, labels);
    INDArray expected = sequences.getGradientsViewArray().dup();
    // Row t * batch + b of the flat batch is step t of sequence b.
    INDArray folded = flat.reshape('c', 5, 4, 6).permute(1, 2, 0).dup();
    gradients(sequences, folded, labels.reshape('c', 5, 4).transpose().reshape(4, 1, 5));
    assertClose("folded sequences", expected, sequences.getGradientsViewArray());
  }
}
