package rhapsode.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's side of a {@link Stage}. */
abstract class StageLayer<C extends org.deeplearning4j.nn.conf.layers.BaseLayer> extends OwnLayer<C>
    implements Stage {
  private static final long serialVersionUID = 1L;

  StageLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    return forward(Sequence.of(input), training).activations();
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray below = backward(Sequence.of(epsilon)).activations();
    return new Pair<>(gradientsAsTheyAre(), below);
  }
}
