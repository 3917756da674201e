package rhapsode.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** Runs the same networks with DL4J's stock layers. */
final class Stock {
  private Stock() {}

  public static void main(String[] words) throws IOException {
    Map<String, String> arguments = Turns.arguments(words);
    int threads = Integer.parseInt(arguments.get("threads"));
    Nd4j.getEnvironment().setMaxThreads(threads);
    openblas_nolapack.blas_set_num_threads(threads);
    Setting setting = Setting.of(arguments);
    MultiLayerNetwork network = setting.classic() ? classic(setting) : language(setting);
    network.init();
    if (words[0].equals("generate")) {
      generate(setting, network);
    } else {
      train(setting, network);
    }
  }

  private static NeuralNetConfiguration.ListBuilder list() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(0.001))
        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
        .gradientNormalizationThreshold(1)
        .list();
  }

  private static MultiLayerNetwork language(Setting s) {
    return new MultiLayerNetwork(
        list()
            .layer(embedding(s))
            .layer(lstm(s.embedding(), s.hidden()))
            .layer(lstm(s.hidden(), s.hidden()))
            .layer(
                new RnnOutputLayer.Builder(new LossSparseMCXENT())
                    .dataFormat(RNNFormat.NCW)
                    .nIn(s.hidden())
                    .nOut(s.vocabulary())
                    .activation(Activation.SOFTMAX)
                    .build())
            .backpropType(BackpropType.TruncatedBPTT)
            .tBPTTLength(s.window())
            .build());
  }

  /** Batch normalisation fails on sequences there, so it stands between preprocessors. */
  private static MultiLayerNetwork classic(Setting s) {
    return new MultiLayerNetwork(
        list()
            .layer(embedding(s))
            .layer(lstm(25, 150))
            .layer(lstm(150, 150))
            .layer(normalisation(150))
            .layer(new DropoutLayer(0.75))
            .layer(new LastTimeStep(lstm(150, 300)))
            .layer(normalisation(300))
            .layer(new DropoutLayer(0.7))
            .layer(
                new DenseLayer.Builder().nIn(300).nOut(150).activation(Activation.RELU).build())
            .layer(normalisation(150))
            .layer(new DropoutLayer(0.7))
            .layer(
                new OutputLayer.Builder(new LossSparseMCXENT())
                    .nIn(150)
                    .nOut(s.vocabulary())
                    .activation(Activation.SOFTMAX)
                    .build())
            .inputPreProcessor(3, new RnnToFeedForwardPreProcessor())
            .inputPreProcessor(5, new FeedForwardToRnnPreProcessor())
            .build());
  }

  private static EmbeddingSequenceLayer embedding(Setting s) {
    return new EmbeddingSequenceLayer.Builder()
        .nIn(s.vocabulary())
        .nOut(s.classic() ? 25 : s.embedding())
        .activation(Activation.IDENTITY)
        .outputDataFormat(RNNFormat.NCW)
        .build();
  }

  private static LSTM lstm(int inputs, int units) {
    return new LSTM.Builder().nIn(inputs).nOut(units).activation(Activation.TANH).build();
  }

  private static BatchNormalization normalisation(int features) {
    return new BatchNormalization.Builder().nIn(features).nOut(features).build();
  }

  private static void train(Setting setting, MultiLayerNetwork network) throws IOException {
    int[] ids = Turns.ids(setting);
    INDArray words = Nd4j.create(setting.batch(), 1, setting.window());
    INDArray next =
        setting.classic()
            ? Nd4j.create(setting.batch(), 1)
            : Nd4j.create(setting.batch(), 1, setting.window());
    for (int b = 0; b < setting.batch(); b++) {
      for (int t = 0; t < setting.window(); t++) {
        words.putScalar(b, 0, t, ids[t * setting.batch() + b]);
        if (!setting.classic()) {
          next.putScalar(b, 0, t, ids[(t + 1) * setting.batch() + b]);
        }
      }
      if (setting.classic()) {
        next.putScalar(b, 0, ids[setting.window() * setting.batch() + b]);
      }
    }
    var data = new DataSet(words, next);
    Turns.take(
        setting.words(),
        2,
        step -> {
          network.fit(data);
          return network.score();
        });
  }

  private static void generate(Setting setting, MultiLayerNetwork network) throws IOException {
    var random = new Random(1);
    INDArray words = Nd4j.create(setting.batch(), 1, 1);
    Turns.take(
        1,
        50,
        step -> {
          for (int b = 0; b < setting.batch(); b++) {
            words.putScalar(b, 0, 0, random.nextInt(setting.vocabulary()));
          }
          return network.rnnTimeStep(words).getDouble(0);
        });
  }
}
