package rhapsode.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;
import rhapsode.network.NetworkDescription.LayerDescription;
import rhapsode.network.NetworkDescription.Reading;
import rhapsode.network.layer.Dense;
import rhapsode.network.layer.FusedLstm;
import rhapsode.network.layer.SequenceBatchNormalization;
import rhapsode.network.layer.SequenceDropout;
import rhapsode.network.layer.Softmax;
import rhapsode.network.layer.TokenEmbedding;

/** Makes DL4J networks out of descriptions. */
public final class Networks {
  private Networks() {}

  /**
   * A network with fresh weights.
   *
   * @param words size of the vocabulary
   * @param seed the same seed gives the same weights
   */
  public static MultiLayerNetwork create(NetworkDescription description, int words, long seed) {
    MultiLayerNetwork network = bare(description, words, seed);
    network.init();
    return network;
  }

  /** A network that has no weights yet; it takes no memory for them. */
  static MultiLayerNetwork bare(NetworkDescription description, int words, long seed) {
    return new MultiLayerNetwork(configuration(description, words, seed));
  }

  private static MultiLayerConfiguration configuration(
      NetworkDescription description, int words, long seed) {
    var recipe = description.recipe();
    // Our layers reuse memory of their own, and the score is a mean already.
    var list =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(new PacedRate(recipe.rate())))
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (var layer : layers(description.layers(), words)) {
      if (layer instanceof BaseLayer trained && !(layer instanceof SequenceBatchNormalization)) {
        trained.setGradientNormalization(GradientNormalization.ClipL2PerLayer);
        trained.setGradientNormalizationThreshold(recipe.clip());
      }
      list.layer(layer);
    }
    if (description.reading() == Reading.STREAM) {
      list.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(description.window());
    }
    return list.build();
  }

  private static List<org.deeplearning4j.nn.conf.layers.Layer> layers(
      List<LayerDescription> descriptions, int words) {
    boolean tied =
        descriptions.get(descriptions.size() - 1) instanceof LayerDescription.Softmax softmax
            && softmax.tied();
    var layers = new ArrayList<org.deeplearning4j.nn.conf.layers.Layer>();
    int size = words;
    for (LayerDescription description : descriptions) {
      if (description instanceof LayerDescription.Embedding embedding) {
        layers.add(new TokenEmbedding(words, embedding.size(), tied));
        size = embedding.size();
      } else if (description instanceof LayerDescription.Lstm lstm) {
        layers.add(new FusedLstm(size, lstm.size(), lstm.lastStep()));
        size = lstm.size();
      } else if (description instanceof LayerDescription.BatchNormalisation normalisation) {
        layers.add(new SequenceBatchNormalization(size, normalisation.running()));
      } else if (description instanceof LayerDescription.Dropout dropout) {
        layers.add(new SequenceDropout(size, dropout.rate(), dropout.variational()));
      } else if (description instanceof LayerDescription.Dense dense) {
        layers.add(new Dense(size, dense.size(), dense.rectified()));
        size = dense.size();
      } else {
        layers.add(new Softmax(size, words, tied));
      }
    }
    return layers;
  }

  /** How many parameters a network has, those of its running statistics included. */
  public static long parameters(MultiLayerNetwork network) {
    return network.numParams();
  }

  /** How many parameters a network of this configuration will have. */
  static long parameters(MultiLayerConfiguration configuration) {
    long count = 0;
    for (NeuralNetConfiguration conf : configuration.getConfs()) {
      count = Math.addExact(count, conf.getLayer().initializer().numParams(conf));
    }
    return count;
  }

  /** How many of them are not trained: the running means and variances. */
  public static long parametersNotTrained(MultiLayerNetwork network) {
    long count = 0;
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof SequenceBatchNormalization normalisation) {
        count += 2 * normalisation.getNOut();
      }
    }
    return count;
  }
}
