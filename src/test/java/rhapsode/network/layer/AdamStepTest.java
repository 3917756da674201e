package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import rhapsode.network.Networks;
import rhapsode.testing.SmallNetworks;

class AdamStepTest {
  private static MultiLayerNetwork network() {
    MultiLayerNetwork network = Networks.create(SmallNetworks.tied(), 24, 5);
    network.initGradientsView();
    return network;
  }

  /** Weights of the first LSTM after two steps along one direction. */
  private static float[] after(double length) {
    MultiLayerNetwork network = network();
    var step = new AdamStep(network);
    INDArray gradient = network.getGradientsViewArray();
    for (int i = 0; i < 2; i++) {
      gradient.assign(Nd4j.linspace(DataType.FLOAT, -1, 0.01, gradient.length()).muli(length));
      assertTrue(step.update(null, i));
    }
    return network.getLayer(1).getParam("W").dup('c').data().asFloat();
  }

  /** The square of the factor of clipping is no float any more where the gradient is huge. */
  @ParameterizedTest
  @ValueSource(doubles = {10, 1e8, 1e16, 1e22, 1e30})
  void gradientsThatAreClippedMoveTheWeightsAlikeHoweverLongTheyAre(double length) {
    assertArrayEquals(after(1), after(length), 1e-6f);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aGradientThatIsNoNumberMovesNothing(float bad) {
    MultiLayerNetwork network = network();
    var step = new AdamStep(network);
    INDArray gradient = network.getGradientsViewArray();
    gradient.assign(1);
    gradient.putScalar(gradient.length() - 1, bad);
    float[][] before = Windows.bits(network);
    assertFalse(step.update(null, 0));
    assertArrayEquals(before[0], Windows.bits(network)[0]);
    assertArrayEquals(before[1], Windows.bits(network)[1]);
  }

  @Test
  void whatItCannotDoIsRefused() {
    assertEquals("only Adam is supported, not for parameter W", refusal(layer -> {}));
    assertEquals(
        "ClipElementWiseAbsoluteValue is not supported",
        refusal(
            layer -> {
              layer.setIUpdater(new Adam());
              layer.setGradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue);
            }));
    assertEquals(
        "regularisation is not supported, as of parameter W",
        refusal(
            layer -> {
              layer.setIUpdater(new Adam());
              layer.setRegularization(List.of(new L2Regularization(0.1)));
            }));
  }

  private static String refusal(Consumer<BaseLayer> change) {
    var embedding = new TokenEmbedding(5, 3, false);
    change.accept(embedding);
    MultiLayerNetwork plain = StockPeers.network(1, false, embedding, new Softmax(3, 5, false));
    plain.initGradientsView();
    return assertThrows(IllegalArgumentException.class, () -> new AdamStep(plain)).getMessage();
  }
}
