package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import rhapsode.network.NativeThreads;

/**
 * DL4J's gradient check on every layer of ours, in double precision ({@link DoublePrecision}): each
 * weight, but of a matrix with more than 900 of them one in so many, evenly spread; each one by
 * {@code -Drhapsode.gradients=10000}.
 */
class GradientTest {
  private static final int WORDS = 13;
  private static final int BATCH = 3;
  private static final int TIME = 5;

  /** Every seventh of 40 units' 6,400 recurrent weights: 7 and 40 share no factor, so of each. */
  private static final int MOST_WEIGHTS = Integer.getInteger("rhapsode.gradients", 900);

  @TempDir static Path folder;
  private static DoublePrecision layers;
  private static DataType before;

  @BeforeAll
  static void compile() throws IOException {
    // By default DL4J takes far more threads than there are processors.
    NativeThreads.use(1);
    layers = DoublePrecision.compile(folder);
    before = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void backToFloats() {
    Nd4j.setDefaultDataTypes(before, before);
  }

  @Test
  void embeddingLstmAndSoftmax() throws ReflectiveOperationException {
    check(
        stream(),
        layers.layer("TokenEmbedding", WORDS, 4, false),
        layers.layer("FusedLstm", 4, 6, false),
        layers.layer("FusedLstm", 6, 5, false),
        layers.layer("Softmax", 5, WORDS, false));
  }

  @Test
  void manyUnitsDealtOutToTwoThreads() throws ReflectiveOperationException {
    layers.use(2);
    try {
      check(
          stream(),
          layers.layer("TokenEmbedding", WORDS, 4, false),
          layers.layer("FusedLstm", 4, 40, false),
          layers.layer("Softmax", 40, WORDS, false));
    } finally {
      layers.use(1);
    }
  }

  @Test
  void tiedEmbeddings() throws ReflectiveOperationException {
    check(
        stream(),
        layers.layer("TokenEmbedding", WORDS, 4, true),
        layers.layer("FusedLstm", 4, 6, false),
        layers.layer("Dense", 6, 4, false),
        layers.layer("Softmax", 4, WORDS, true));
  }

  @Test
  void batchNormalisationOfSequences() throws ReflectiveOperationException {
    check(
        stream(),
        layers.layer("TokenEmbedding", WORDS, 4, false),
        layers.layer("FusedLstm", 4, 6, false),
        layers.layer("SequenceBatchNormalization", 6, false),
        layers.layer("Softmax", 6, WORDS, false));
  }

  @Test
  void denseUnitsAfterTheLastStep() throws ReflectiveOperationException {
    check(
        new Data(ids(BATCH, 1, TIME), ids(BATCH, 1), null, null),
        layers.layer("TokenEmbedding", WORDS, 4, false),
        layers.layer("FusedLstm", 4, 6, true),
        layers.layer("Dense", 6, 7, true),
        layers.layer("SequenceBatchNormalization", 7, false),
        layers.layer("Softmax", 7, WORDS, false));
  }

  @Test
  void dropoutOfTheSameIteration() throws ReflectiveOperationException {
    for (boolean variational : new boolean[] {true, false}) {
      check(
          stream(),
          layers.layer("TokenEmbedding", WORDS, 4, false),
          layers.layer("FusedLstm", 4, 6, false),
          layers.layer("SequenceDropout", 6, 0.4, variational),
          layers.layer("Softmax", 6, WORDS, false));
    }
  }

  @Test
  void poemsOfUnevenLength() throws ReflectiveOperationException {
    INDArray mask = Nd4j.create(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}, {1, 1, 1, 1, 0}});
    check(
        new Data(ids(BATCH, 1, TIME), ids(BATCH, 1, TIME), mask, mask),
        layers.layer("TokenEmbedding", WORDS, 4, false),
        layers.layer("FusedLstm", 4, 6, false),
        layers.layer("SequenceBatchNormalization", 6, false),
        layers.layer("FusedLstm", 6, 5, false),
        layers.layer("Softmax", 5, WORDS, false));
  }

  @Test
  void stepsMissingInTheMiddleAndTheLastOneThereIs() throws ReflectiveOperationException {
    INDArray mask = Nd4j.create(new double[][] {{0, 1, 1, 0, 1}, {1, 0, 1, 0, 0}, {1, 1, 1, 1, 1}});
    check(
        new Data(ids(BATCH, 1, TIME), ids(BATCH, 1), mask, null),
        layers.layer("TokenEmbedding", WORDS, 4, false),
        layers.layer("FusedLstm", 4, 6, false),
        layers.layer("FusedLstm", 6, 5, true),
        layers.layer("Softmax", 5, WORDS, false));
  }

  private record Data(INDArray words, INDArray next, INDArray wordMask, INDArray nextMask) {}

  private static Data stream() {
    return new Data(ids(BATCH, 1, TIME), ids(BATCH, 1, TIME), null, null);
  }

  private static INDArray ids(int... shape) {
    var random = new Random(11);
    double[] ids =
        random
            .ints(Arrays.stream(shape).reduce(1, (a, b) -> a * b), 0, WORDS)
            .asDoubleStream()
            .toArray();
    return Nd4j.createFromArray(ids).reshape('c', Arrays.stream(shape).asLongStream().toArray());
  }

  private static void check(Data data, Layer... list) {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .dataType(DataType.DOUBLE)
            .updater(new NoOp())
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (Layer layer : list) {
      configuration.layer(layer);
    }
    var network = new MultiLayerNetwork(configuration.build());
    network.init();
    // Weights far from symmetric, biases and normalisations away from their first values.
    network.params().addi(Nd4j.rand(DataType.DOUBLE, network.params().shape()).muli(0.2));
    assertTrue(
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(data.words)
                .labels(data.next)
                .inputMask(data.wordMask)
                .labelMask(data.nextMask)
                .excludeParams(statistics(network))
                .subset(true)
                .maxPerParam(MOST_WEIGHTS)
                .epsilon(1e-6)
                .maxRelError(1e-3)
                .minAbsoluteError(1e-8)));
  }

  /** Running statistics are no parameters of the loss. */
  private static Set<String> statistics(MultiLayerNetwork network) {
    var names = new HashSet<String>();
    for (String name : network.paramTable().keySet()) {
      if (name.endsWith("_mean") || name.endsWith("_var")) {
        names.add(name);
      }
    }
    return names;
  }
}
