package rhapsode.network.layer;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_LOG_STD;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Takes networks that were trained with DL4J's stock layers over into ours. */
public final class StockNetworks {
  private StockNetworks() {}

  /**
   * The same network in our layers, with the same weights; the state of the optimiser is not taken
   * over. Preprocessors are dropped, since our layers need none.
   *
   * @throws IllegalArgumentException if it has a layer or a setting that ours have no equal for
   */
  public static MultiLayerNetwork takeOver(MultiLayerNetwork stock) {
    MultiLayerConfiguration configuration = stock.getLayerWiseConfigurations();
    NeuralNetConfiguration first = configuration.getConf(0);
    var list =
        new NeuralNetConfiguration.Builder()
            .seed(first.getSeed())
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    list.backpropType(configuration.getBackpropType());
    list.tBPTTLength(configuration.getTbpttFwdLength());
    int features = 0;
    for (org.deeplearning4j.nn.api.Layer layer : stock.getLayers()) {
      Layer its = configuration.getConf(layer.getIndex()).getLayer();
      Layer ours = ours(its, features);
      Layer inner = its instanceof LastTimeStep last ? last.getUnderlying() : its;
      if (inner instanceof BaseLayer trained && ours instanceof BaseLayer mine) {
        mine.setIUpdater(trained.getIUpdater());
        mine.setGradientNormalization(trained.getGradientNormalization());
        mine.setGradientNormalizationThreshold(trained.getGradientNormalizationThreshold());
      }
      features = ours instanceof FeedForwardLayer sized ? (int) sized.getNOut() : features;
      list.layer(ours);
    }
    var network = new MultiLayerNetwork(list.build());
    network.init();
    copy(stock, network);
    return network;
  }

  private static Layer ours(Layer layer, int features) {
    if (layer instanceof EmbeddingSequenceLayer embedding) {
      need(!embedding.hasBias(), "an embedding without a bias");
      need(embedding.getActivationFn(), ActivationIdentity.class);
      return new TokenEmbedding((int) embedding.getNIn(), (int) embedding.getNOut(), false);
    }
    if (layer instanceof EmbeddingLayer embedding) {
      need(!embedding.hasBias(), "an embedding without a bias");
      need(embedding.getActivationFn(), ActivationIdentity.class);
      return new TokenEmbedding((int) embedding.getNIn(), (int) embedding.getNOut(), false);
    }
    if (layer instanceof LastTimeStep last && last.getUnderlying() instanceof LSTM lstm) {
      return lstm(lstm, true);
    }
    if (layer.getClass() == LSTM.class) {
      return lstm((LSTM) layer, false);
    }
    if (layer instanceof BatchNormalization normalisation) {
      need(!normalisation.isLockGammaBeta(), "batch normalisation with its own gamma and beta");
      var ours = new SequenceBatchNormalization((int) normalisation.getNOut(), false);
      ours.setEps(normalisation.getEps());
      ours.setDecay(normalisation.getDecay());
      return ours;
    }
    if (layer instanceof DropoutLayer dropout
        && dropout.getIDropout() instanceof org.deeplearning4j.nn.conf.dropout.Dropout plain) {
      return new SequenceDropout(features, 1 - plain.getP(), false);
    }
    if (layer instanceof DenseLayer dense) {
      need(dense.hasBias() && !dense.hasLayerNorm(), "a dense layer with a bias");
      boolean rectified = dense.getActivationFn() instanceof ActivationReLU;
      need(
          rectified ? new ActivationIdentity() : dense.getActivationFn(), ActivationIdentity.class);
      return new Dense((int) dense.getNIn(), (int) dense.getNOut(), rectified);
    }
    if (layer instanceof BaseOutputLayer output) {
      need(output.getActivationFn(), ActivationSoftmax.class);
      need(output.hasBias(), "an output layer with a bias");
      return new Softmax((int) output.getNIn(), (int) output.getNOut(), false);
    }
    throw new IllegalArgumentException(
        "there is no layer of ours for " + layer.getClass().getSimpleName());
  }

  private static FusedLstm lstm(LSTM lstm, boolean lastStep) {
    need(lstm.getActivationFn(), ActivationTanH.class);
    return new FusedLstm((int) lstm.getNIn(), (int) lstm.getNOut(), lastStep);
  }

  private static void need(IActivation found, Class<? extends IActivation> wanted) {
    need(wanted.isInstance(found), wanted.getSimpleName() + " instead of " + found);
  }

  private static void need(boolean condition, String wanted) {
    if (!condition) {
      throw new IllegalArgumentException("only taken over: " + wanted);
    }
  }

  private static void copy(MultiLayerNetwork from, MultiLayerNetwork to) {
    for (int i = 0; i < from.getnLayers(); i++) {
      for (Map.Entry<String, INDArray> parameter : from.getLayer(i).paramTable().entrySet()) {
        boolean logarithm = parameter.getKey().equals(GLOBAL_LOG_STD);
        INDArray target = to.getLayer(i).getParam(logarithm ? GLOBAL_VAR : parameter.getKey());
        INDArray value = logarithm ? variance(parameter.getValue()) : parameter.getValue();
        target.assign(value.reshape(target.shape()));
      }
    }
  }

  /** Stock batch normalisation may keep the decimal logarithm of the standard deviation instead. */
  private static INDArray variance(INDArray logarithm) {
    return Transforms.exp(logarithm.mul(2 * Math.log(10)));
  }
}
