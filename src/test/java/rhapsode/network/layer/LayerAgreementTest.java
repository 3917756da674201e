package rhapsode.network.layer;

import static rhapsode.network.layer.StockPeers.assertClose;
import static rhapsode.network.layer.StockPeers.compare;
import static rhapsode.network.layer.StockPeers.copy;
import static rhapsode.network.layer.StockPeers.embedding;
import static rhapsode.network.layer.StockPeers.gradients;
import static rhapsode.network.layer.StockPeers.ids;
import static rhapsode.network.layer.StockPeers.lstm;
import static rhapsode.network.layer.StockPeers.network;
import static rhapsode.network.layer.StockPeers.oneHot;
import static rhapsode.network.layer.StockPeers.ours;
import static rhapsode.network.layer.StockPeers.stockStream;
import static rhapsode.network.layer.StockPeers.vectors;

import java.util.Random;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import rhapsode.network.NativeThreads;
import rhapsode.network.layer.StockPeers.Size;

/** Dense units, last steps and poems of uneven length against DL4J's own layers. */
class LayerAgreementTest {
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
  void rectifiedUnitsAgree(Size size) {
    dense(size, true);
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void unitsWithoutAnActivationFunctionAgree(Size size) {
    dense(size, false);
  }

  private static void dense(Size size, boolean rectified) {
    MultiLayerNetwork stock =
        network(
            size.seed(),
            false,
            stockDense(size.embedding(), size.units(), rectified),
            stockDense(size.units(), size.embedding(), rectified),
            vectors(size.embedding(), size.words()));
    MultiLayerNetwork ours =
        network(
            size.seed(),
            false,
            new Dense(size.embedding(), size.units(), rectified),
            new Dense(size.units(), size.embedding(), rectified),
            new Softmax(size.embedding(), size.words(), false));
    copy(stock, ours);
    INDArray features = Nd4j.rand(DataType.FLOAT, size.batch(), size.embedding()).muli(2).subi(1);
    INDArray next = ids(new Random(size.seed()), size.batch(), size.words());
    gradients(stock, features, oneHot(next, size.words()));
    gradients(ours, features, next);
    String what = rectified ? "rectified units" : "linear units";
    compare(what, stock, ours, size.batch());
    assertClose(what + ": output", stock.output(features), ours.output(features));
  }

  private static org.deeplearning4j.nn.conf.layers.DenseLayer stockDense(
      int inputs, int outputs, boolean rectified) {
    return new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
        .nIn(inputs)
        .nOut(outputs)
        .activation(rectified ? Activation.RELU : Activation.IDENTITY)
        .build();
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void theLastStepAgrees(Size size) {
    lastStep("last step", size, null);
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void theLastStepOfUnevenPoemsAgrees(Size size) {
    lastStep("last step of uneven poems", size, uneven(size));
  }

  private static void lastStep(String what, Size size, @Nullable INDArray mask) {
    MultiLayerNetwork stock =
        network(
            size.seed(),
            false,
            embedding(size),
            lstm(size.embedding(), size.units()),
            new LastTimeStep(lstm(size.units(), size.units())),
            vectors(size.units(), size.words()));
    MultiLayerNetwork ours = ours(size, false, true);
    copy(stock, ours);
    var random = new Random(size.seed());
    INDArray words = ids(random, size);
    INDArray next = ids(random, size.batch(), size.words());
    mask(stock, mask, null);
    mask(ours, mask, null);
    gradients(stock, words, oneHot(next, size.words()));
    gradients(ours, words, next);
    compare(what, stock, ours, size.batch());
    assertClose(what + ": output", output(stock, words, mask), output(ours, words, mask));
  }

  @ParameterizedTest
  @MethodSource(SIZES)
  void everyStepOfUnevenPoemsAgrees(Size size) {
    if (size.batch() * size.time() == 1) {
      return; // DL4J takes a mask of one element for one over words, and refuses it
    }
    MultiLayerNetwork stock = stockStream(size, false);
    MultiLayerNetwork ours = ours(size, false, false);
    copy(stock, ours);
    var random = new Random(size.seed());
    INDArray words = ids(random, size);
    INDArray next = ids(random, size);
    INDArray mask = uneven(size);
    mask(stock, mask, mask);
    mask(ours, mask, mask);
    gradients(stock, words, oneHot(next, size.words()));
    gradients(ours, words, next);
    compare("uneven poems", stock, ours, mask.sumNumber().doubleValue());
    // Over steps that are missing we hold the state, DL4J empties it: only the others compare.
    INDArray present = mask.reshape(size.batch(), 1, size.time());
    assertClose(
        "uneven poems: output",
        output(stock, words, mask).mul(present),
        output(ours, words, mask).mul(present));
  }

  /** At least one step each, {@code [batch, time]}. */
  private static INDArray uneven(Size size) {
    var random = new Random(size.seed() + 1);
    INDArray mask = Nd4j.create(DataType.FLOAT, size.batch(), size.time());
    for (int b = 0; b < size.batch(); b++) {
      int length = 1 + random.nextInt(size.time());
      for (int t = 0; t < length; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return mask;
  }

  @SuppressWarnings("NullAway") // DL4J's word for "none" is null.
  private static void mask(
      MultiLayerNetwork network, @Nullable INDArray words, @Nullable INDArray labels) {
    if (words != null) {
      network.setLayerMaskArrays(words, labels);
    }
  }

  @SuppressWarnings("NullAway") // DL4J's word for "none" is null.
  private static INDArray output(
      MultiLayerNetwork network, INDArray words, @Nullable INDArray mask) {
    return mask == null ? network.output(words) : network.output(words, false, mask, null);
  }
}
