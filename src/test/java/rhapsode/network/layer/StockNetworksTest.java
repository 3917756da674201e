package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A network trained with stock layers goes on in ours. */
class StockNetworksTest {
  private static final int WORDS = 17;
  private static final int BATCH = 4;
  private static final int TIME = 6;

  @Test
  void everyNextWord() {
    MultiLayerNetwork stock =
        network(
            embedding(),
            new LSTM.Builder().nIn(5).nOut(8).activation(Activation.TANH).build(),
            new DropoutLayer(0.8),
            new RnnOutputLayer.Builder(new LossMCXENT())
                .dataFormat(RNNFormat.NCW)
                .nIn(8)
                .nOut(WORDS)
                .activation(Activation.SOFTMAX)
                .build());
    INDArray words = ids(BATCH, 1, TIME);
    INDArray next = Nd4j.zeros(BATCH, WORDS, TIME);
    for (int t = 0; t < TIME; t++) {
      for (int b = 0; b < BATCH; b++) {
        next.putScalar(b, (3 * b + t) % WORDS, t, 1);
      }
    }
    goesOn(stock, words, next, ids(BATCH, 1, TIME));
  }

  @Test
  void theWordAfterAWindow() {
    MultiLayerNetwork stock =
        network(
            embedding(),
            new LastTimeStep(new LSTM.Builder().nIn(5).nOut(8).activation(Activation.TANH).build()),
            new BatchNormalization.Builder().nIn(8).nOut(8).build(),
            new DenseLayer.Builder().nIn(8).nOut(7).activation(Activation.RELU).build(),
            new OutputLayer.Builder(new LossMCXENT())
                .nIn(7)
                .nOut(WORDS)
                .activation(Activation.SOFTMAX)
                .build());
    INDArray next = Nd4j.zeros(BATCH, WORDS);
    for (int b = 0; b < BATCH; b++) {
      next.putScalar(b, 3L * b, 1);
    }
    goesOn(stock, ids(BATCH, 1, TIME), next, ids(BATCH, 1));
  }

  @Test
  void whatHasNoEqualIsRefused() {
    MultiLayerNetwork simple =
        network(
            embedding(),
            new SimpleRnn.Builder().nIn(5).nOut(8).activation(Activation.TANH).build(),
            new RnnOutputLayer.Builder(new LossMCXENT())
                .dataFormat(RNNFormat.NCW)
                .nIn(8)
                .nOut(WORDS)
                .activation(Activation.SOFTMAX)
                .build());
    var fault = assertThrows(IllegalArgumentException.class, () -> StockNetworks.takeOver(simple));
    assertEquals("there is no layer of ours for SimpleRnn", fault.getMessage());
  }

  /** Trains the stock network, takes it over, compares, and trains ours. */
  private static void goesOn(
      MultiLayerNetwork stock, INDArray words, INDArray next, INDArray labels) {
    for (int i = 0; i < 20; i++) {
      stock.fit(new DataSet(words, next));
    }
    MultiLayerNetwork ours = StockNetworks.takeOver(stock);
    INDArray expected = stock.output(words);
    double deviation =
        expected.sub(ours.output(words).reshape(expected.shape())).amaxNumber().doubleValue();
    assertTrue(deviation < 1e-5, "outputs deviate by " + deviation);
    var runner = new NetworkRunner(ours);
    int[] ids = TokenIds.timeMajor(words, WORDS);
    int[] targets = TokenIds.labels(labels, WORDS);
    double before = runner.tally(ids, targets, BATCH).meanLoss();
    for (int i = 0; i < 20; i++) {
      runner.learn(ids, targets, BATCH, i);
    }
    assertTrue(runner.tally(ids, targets, BATCH).meanLoss() < before);
  }

  private static EmbeddingSequenceLayer embedding() {
    return new EmbeddingSequenceLayer.Builder()
        .nIn(WORDS)
        .nOut(5)
        .activation(Activation.IDENTITY)
        .outputDataFormat(RNNFormat.NCW)
        .build();
  }

  private static INDArray ids(int... shape) {
    var random = new Random(5);
    INDArray ids = Nd4j.zeros(shape);
    for (int i = 0; i < ids.length(); i++) {
      ids.putScalar(i, random.nextInt(WORDS));
    }
    return ids;
  }

  private static MultiLayerNetwork network(Layer... layers) {
    var list = new NeuralNetConfiguration.Builder().seed(7).updater(new Adam(0.02)).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    var network = new MultiLayerNetwork(list.build());
    network.init();
    return network;
  }
}
