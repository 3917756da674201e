package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Our layers against DL4J's own, as whole networks with the same weights: outputs and gradients.
 */
class StockAgreementTest {
  private static final double TOLERANCE = 1e-4;

  record Size(int batch, int time, int words, int embedding, int units, long seed) {}

  static Stream<Size> sizes() {
    var random = new Random(7);
    return Stream.concat(
        Stream.of(new Size(1, 1, 5, 1, 1, 1), new Size(3, 1, 7, 4, 8, 2)),
        Stream.generate(
                () ->
                    new Size(
                        1 + random.nextInt(9),
                        1 + random.nextInt(12),
                        4 + random.nextInt(90),
                        1 + random.nextInt(20),
                        1 + random.nextInt(40),
                        random.nextLong()))
            .limit(12));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sequencesOfWordsGiveTheSameOutputsScoresAndGradients(Size size) {
    MultiLayerNetwork stock =
        network(
            size.seed,
            true,
            new EmbeddingSequenceLayer.Builder()
                .nIn(size.words)
                .nOut(size.embedding)
                .activation(Activation.IDENTITY)
                .outputDataFormat(RNNFormat.NCW)
                .build(),
            stockLstm(size.embedding, size.units),
            stockLstm(size.units, size.units),
            new RnnOutputLayer.Builder(new LossMCXENT())
                .dataFormat(RNNFormat.NCW)
                .nIn(size.units)
                .nOut(size.words)
                .activation(Activation.SOFTMAX)
                .build());
    MultiLayerNetwork ours =
        network(
            size.seed,
            true,
            new TokenEmbedding(size.words, size.embedding, false),
            new FusedLstm(size.embedding, size.units, false),
            new FusedLstm(size.units, size.units, false),
            new Softmax(size.units, size.words, false));
    copy(stock, ours);

    var random = new Random(size.seed);
    INDArray words = ids(random, size);
    INDArray next = ids(random, size);
    double labels = size.batch * (double) size.time;
    gradients(stock, words, oneHot(next, size.words));
    gradients(ours, words, next);
    assertEquals(stock.score() / labels, ours.score(), TOLERANCE * (1 + ours.score()));
    compareGradients(stock, ours, 1 / labels);

    // A second window goes on from the state of the first. Its gradients cannot be compared: the
    // stock LSTM of 1.0.0-M2.1 runs its backward pass from an empty state.
    stock.updateRnnStateWithTBPTTState();
    ours.updateRnnStateWithTBPTTState();
    gradients(stock, next, oneHot(words, size.words));
    gradients(ours, next, words);
    assertEquals(stock.score() / labels, ours.score(), TOLERANCE * (1 + ours.score()));
    stock.rnnClearPreviousState();
    ours.rnnClearPreviousState();
    assertClose(stock.output(words), ours.output(words), "output");
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void gradientsOfAWindowThatGoesOnAgreeWithDifferences(Size size) {
    MultiLayerNetwork ours =
        network(
            size.seed,
            true,
            new TokenEmbedding(size.words, size.embedding, false),
            new FusedLstm(size.embedding, size.units, false),
            new SequenceBatchNormalization(size.units, false),
            new FusedLstm(size.units, size.units, false),
            new Softmax(size.units, size.words, false));
    var random = new Random(size.seed);
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
  @MethodSource("sizes")
  void batchNormalisationOfVectorsAgrees(Size size) {
    if (size.batch < 2) {
      return; // a batch of one has no variance, and both divide by next to nothing
    }
    MultiLayerNetwork stock =
        network(
            size.seed,
            false,
            new BatchNormalization.Builder()
                .nIn(size.units)
                .nOut(size.units)
                .useLogStd(false)
                .build(),
            new OutputLayer.Builder(new LossMCXENT())
                .nIn(size.units)
                .nOut(size.words)
                .activation(Activation.SOFTMAX)
                .build());
    MultiLayerNetwork ours =
        network(
            size.seed,
            false,
            new SequenceBatchNormalization(size.units, false),
            new Softmax(size.units, size.words, false));
    copy(stock, ours);
    var random = new Random(size.seed);
    INDArray features = Nd4j.rand(DataType.FLOAT, size.batch, size.units).muli(3).subi(1);
    float[] next = new float[size.batch];
    for (int i = 0; i < next.length; i++) {
      next[i] = random.nextInt(size.words);
    }
    INDArray labels = Nd4j.createFromArray(next).reshape(size.batch, 1);
    INDArray hot = Nd4j.create(DataType.FLOAT, size.batch, size.words);
    for (int i = 0; i < next.length; i++) {
      hot.putScalar(i, (int) next[i], 1);
    }
    gradients(stock, features, hot);
    gradients(ours, features, labels);
    compareGradients(stock, ours, 1.0 / size.batch);
    assertClose(stock.output(features), ours.output(features), "output at inference");
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
    assertClose(expected, sequences.getGradientsViewArray(), "gradients");
  }

  private static LSTM stockLstm(int inputs, int units) {
    return new LSTM.Builder().nIn(inputs).nOut(units).activation(Activation.TANH).build();
  }

  private static MultiLayerNetwork network(long seed, boolean carry, Layer... layers) {
    var list =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Sgd(1))
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    if (carry) {
      list.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(1000);
    }
    var network = new MultiLayerNetwork(list.build());
    network.init();
    return network;
  }

  /** A network trained with stock layers can be loaded into ours. */
  private static void copy(MultiLayerNetwork from, MultiLayerNetwork to) {
    for (int i = 0; i < from.getnLayers(); i++) {
      for (var parameter : from.getLayer(i).paramTable().entrySet()) {
        INDArray target = to.getLayer(i).getParam(parameter.getKey());
        target.assign(parameter.getValue().reshape(target.shape()));
      }
    }
  }

  private static INDArray ids(Random random, Size size) {
    float[] ids = new float[size.batch * size.time];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.nextInt(size.words);
    }
    return Nd4j.createFromArray(ids).reshape('c', size.batch, 1, size.time);
  }

  private static INDArray oneHot(INDArray ids, int words) {
    INDArray hot = Nd4j.create(DataType.FLOAT, ids.size(0), words, ids.size(2));
    for (int b = 0; b < ids.size(0); b++) {
      for (int t = 0; t < ids.size(2); t++) {
        hot.putScalar(b, (int) ids.getFloat(b, 0, t), t, 1);
      }
    }
    return hot;
  }

  private static void gradients(MultiLayerNetwork network, INDArray in, INDArray labels) {
    network.setInput(in);
    network.setLabels(labels);
    network.computeGradientAndScore();
  }

  private static void compareGradients(
      MultiLayerNetwork stock, MultiLayerNetwork ours, double scale) {
    var expected = stock.gradient().gradientForVariable();
    var actual = ours.gradient().gradientForVariable();
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (key, gradient) -> {
          boolean statistic = key.endsWith("mean") || key.endsWith("var");
          INDArray scaled = statistic ? gradient : gradient.mul(scale);
          assertClose(scaled, actual.get(key), key);
        });
  }

  private static void assertClose(INDArray expected, INDArray actual, String what) {
    INDArray flat = actual.reshape(expected.shape());
    double largest = expected.amaxNumber().doubleValue();
    double deviation = expected.sub(flat).amaxNumber().doubleValue();
    assertTrue(
        deviation <= TOLERANCE * (largest + 1e-3),
        what + " deviates by " + deviation + " of " + largest);
  }
}
