package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Networks of DL4J's own layers, to hold ours against, and the comparing. */
final class StockPeers {
  static final double TOLERANCE = 1e-4;

  private StockPeers() {}

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

  static Layer embedding(Size size) {
    return new EmbeddingSequenceLayer.Builder()
        .nIn(size.words)
        .nOut(size.embedding)
        .activation(Activation.IDENTITY)
        .outputDataFormat(RNNFormat.NCW)
        .build();
  }

  /** Embedding, two LSTMs and a softmax on every step, of DL4J's own layers. */
  static MultiLayerNetwork stockStream(Size size, boolean carry) {
    return network(
        size.seed(),
        carry,
        embedding(size),
        lstm(size.embedding(), size.units()),
        lstm(size.units(), size.units()),
        everyStep(size));
  }

  /**
   * The same of our layers.
   *
   * @param lastStep whether only the last step of the second LSTM goes on
   */
  static MultiLayerNetwork ours(Size size, boolean carry, boolean lastStep) {
    return network(
        size.seed(),
        carry,
        new TokenEmbedding(size.words(), size.embedding(), false),
        new FusedLstm(size.embedding(), size.units(), false),
        new FusedLstm(size.units(), size.units(), lastStep),
        new Softmax(size.units(), size.words(), false));
  }

  static LSTM lstm(int inputs, int units) {
    return new LSTM.Builder().nIn(inputs).nOut(units).activation(Activation.TANH).build();
  }

  static Layer everyStep(Size size) {
    return new RnnOutputLayer.Builder(new LossMCXENT())
        .dataFormat(RNNFormat.NCW)
        .nIn(size.units)
        .nOut(size.words)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static Layer vectors(int inputs, int words) {
    return new OutputLayer.Builder(new LossMCXENT())
        .nIn(inputs)
        .nOut(words)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static MultiLayerNetwork network(long seed, boolean carry, Layer... layers) {
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
  static void copy(MultiLayerNetwork from, MultiLayerNetwork to) {
    for (int i = 0; i < from.getnLayers(); i++) {
      for (var parameter : from.getLayer(i).paramTable().entrySet()) {
        INDArray target = to.getLayer(i).getParam(parameter.getKey());
        target.assign(parameter.getValue().reshape(target.shape()));
      }
    }
  }

  /** Random ids, {@code [batch, 1, time]}. */
  static INDArray ids(Random random, Size size) {
    return ids(random, size.batch * size.time, size.words).reshape('c', size.batch, 1, size.time);
  }

  /** Random ids, {@code [batch, 1]}. */
  static INDArray ids(Random random, int batch, int words) {
    float[] ids = new float[batch];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = random.nextInt(words);
    }
    return Nd4j.createFromArray(ids).reshape(batch, 1);
  }

  /** {@code [batch, words, time]}, or {@code [batch, words]} for {@code [batch, 1]}. */
  static INDArray oneHot(INDArray ids, int words) {
    if (ids.rank() == 2) {
      return oneHot(ids.reshape(ids.size(0), 1, 1), words).reshape(ids.size(0), words);
    }
    INDArray hot = Nd4j.create(DataType.FLOAT, ids.size(0), words, ids.size(2));
    for (int b = 0; b < ids.size(0); b++) {
      for (int t = 0; t < ids.size(2); t++) {
        hot.putScalar(b, (int) ids.getFloat(b, 0, t), t, 1);
      }
    }
    return hot;
  }

  static void gradients(MultiLayerNetwork network, INDArray in, INDArray labels) {
    network.setInput(in);
    network.setLabels(labels);
    network.computeGradientAndScore();
  }

  /**
   * Compares scores and gradients.
   *
   * @param labels how many count: the stock score is their sum, ours their mean
   */
  static void compare(String what, MultiLayerNetwork stock, MultiLayerNetwork ours, double labels) {
    compareScores(what, stock, ours, labels);
    var expected = stock.gradient().gradientForVariable();
    var actual = ours.gradient().gradientForVariable();
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (key, gradient) -> {
          boolean statistic = key.endsWith("mean") || key.endsWith("var");
          INDArray scaled = statistic ? gradient : gradient.div(labels);
          assertClose(what + ": gradients", scaled, actual.get(key), key);
        });
  }

  static void compareScores(
      String what, MultiLayerNetwork stock, MultiLayerNetwork ours, double labels) {
    double deviation = Math.abs(stock.score() / labels - ours.score()) / (1 + ours.score());
    Deviations.note(what + ": score", deviation);
    assertTrue(deviation <= TOLERANCE, what + ": the score deviates by " + deviation);
  }

  static void assertClose(String what, INDArray expected, INDArray actual) {
    assertClose(what, expected, actual, "");
  }

  private static void assertClose(
      String what, INDArray expected, INDArray actual, String parameter) {
    INDArray flat = actual.reshape(expected.shape());
    double largest = expected.amaxNumber().doubleValue() + 1e-3;
    double deviation = expected.sub(flat).amaxNumber().doubleValue() / largest;
    Deviations.note(what, deviation);
    assertTrue(deviation <= TOLERANCE, what + " " + parameter + " deviates by " + deviation);
  }
}
