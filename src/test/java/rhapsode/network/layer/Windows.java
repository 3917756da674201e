package rhapsode.network.layer;

import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Windows of random words, {@code [time * batch]} as {@link NetworkRunner} wants them. */
final class Windows {
  private Windows() {}

  static int[] random(long seed, int count, int vocabulary) {
    return new Random(seed).ints(count, 0, vocabulary).toArray();
  }

  /** As DL4J wants them: {@code [batch, 1, time]}. */
  static INDArray array(int[] words, int batch) {
    int time = words.length / batch;
    float[] ids = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      ids[i % batch * time + i / batch] = words[i];
    }
    return Nd4j.createFromArray(ids).reshape('c', batch, 1, time);
  }

  /** Copies of parameters and of the optimiser's state. */
  static float[][] bits(MultiLayerNetwork network) {
    return new float[][] {
      network.params().dup().data().asFloat(),
      network.getUpdater().getStateViewArray().dup().data().asFloat()
    };
  }
}
