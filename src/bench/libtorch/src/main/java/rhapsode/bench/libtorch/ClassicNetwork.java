package rhapsode.bench.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The older network that predicts one word from a window: embedding, two LSTM layers, batch
 * normalisation, a third LSTM whose last step counts, then two linear layers. Each window starts
 * from a state of zero.
 */
final class ClassicNetwork implements Network {
  private static final int EMBEDDING = 25;
  private static final int UNITS = 150;
  private static final int LAST_UNITS = 300;

  private final int window;
  private final EmbeddingImpl embedding;
  private final LSTMImpl lower = lstm(EMBEDDING, UNITS, 2);
  private final LSTMImpl upper = lstm(UNITS, LAST_UNITS, 1);
  private final BatchNorm1dImpl norm1 = new BatchNorm1dImpl(new BatchNormOptions(UNITS));
  private final BatchNorm1dImpl norm2 = new BatchNorm1dImpl(new BatchNormOptions(LAST_UNITS));
  private final BatchNorm1dImpl norm3 = new BatchNorm1dImpl(new BatchNormOptions(UNITS));
  private final LinearImpl dense = new LinearImpl(LAST_UNITS, UNITS);
  private final LinearImpl output;

  ClassicNetwork(int vocabulary, int window) {
    this.window = window;
    embedding = new EmbeddingImpl(vocabulary, EMBEDDING);
    output = new LinearImpl(UNITS, vocabulary);
  }

  private static LSTMImpl lstm(int inputs, int units, int layers) {
    var options = new LSTMOptions(inputs, units);
    options.num_layers().put(layers);
    var lstm = new LSTMImpl(options);
    TensorVector weights = lstm.all_weights();
    for (int layer = 0; layer < layers; layer++) {
      weights.get(4L * layer + 3).requires_grad_(false).zero_();
    }
    return lstm;
  }

  @Override
  public List<Tensor> parameters() {
    var all = new ArrayList<Tensor>();
    for (TensorVector part :
        List.of(
            embedding.parameters(),
            lower.parameters(),
            norm1.parameters(),
            upper.parameters(),
            norm2.parameters(),
            dense.parameters(),
            norm3.parameters(),
            output.parameters())) {
      for (Tensor parameter : part.get()) {
        if (parameter.requires_grad()) {
          all.add(parameter);
        }
      }
    }
    return all;
  }

  /** Input is [time, batch], target [batch]. */
  @Override
  public Tensor loss(Tensor input, Tensor target) {
    long batch = target.numel();
    Tensor low = lower.forward(embedding.forward(input)).get0();
    Tensor x = torch.dropout(norm1.forward(low.view(-1, UNITS)), 0.25, true);
    Tensor high = upper.forward(x.view(window, batch, UNITS)).get0();
    x = torch.dropout(norm2.forward(high.select(0, window - 1L)), 0.3, true);
    x = torch.dropout(norm3.forward(torch.relu(dense.forward(x))), 0.3, true);
    return torch.cross_entropy_loss(output.forward(x), target);
  }

  @Override
  public void carryState() {
    // Each window starts from zero.
  }
}
