package rhapsode.network;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that the trainer sets as it goes, by the clock or by the words read: a DL4J
 * schedule can only know the number of the iteration. Confined to the training thread.
 */
public final class PacedRate implements ISchedule {
  private static final long serialVersionUID = 1L;
  private double rate;

  /** For DL4J's JSON. */
  public PacedRate() {}

  public PacedRate(double rate) {
    this.rate = rate;
  }

  public double getRate() {
    return rate;
  }

  public void setRate(double rate) {
    this.rate = rate;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    return rate;
  }

  @Override
  public ISchedule clone() {
    return new PacedRate(rate);
  }

  /** Sets the rate of all layers of a network. */
  public static void set(MultiLayerNetwork network, double rate) {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof BaseLayer configuration
          && configuration.getIUpdater() instanceof Adam adam
          && adam.getLearningRateSchedule() instanceof PacedRate paced) {
        paced.setRate(rate);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PacedRate that && rate == that.rate;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rate);
  }
}
