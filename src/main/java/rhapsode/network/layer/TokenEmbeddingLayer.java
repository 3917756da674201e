package rhapsode.network.layer;

import static java.util.Objects.requireNonNull;
import static org.deeplearning4j.nn.params.DefaultParamInitializer.WEIGHT_KEY;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a {@link TokenEmbedding}. Not thread-safe. */
final class TokenEmbeddingLayer extends OwnLayer<TokenEmbedding> {
  private static final long serialVersionUID = 1L;

  private final transient SparseRows touched;
  private transient float[] vector;
  private transient @Nullable Sequence output;
  private transient int[] words = {};

  TokenEmbeddingLayer(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
    touched = new SparseRows(vocabulary());
    vector = new float[size()];
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if an input is not the id of a word
   */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    int[] ids = TokenIds.timeMajor(input, vocabulary());
    int batch = (int) input.size(0);
    return lookUp(ids, batch, ids.length / batch).activations();
  }

  /**
   * The vectors of words.
   *
   * @param ids {@code [time * batch]}, kept until the gradient is known
   */
  Sequence lookUp(int[] ids, int batch, int time) {
    words = ids;
    Sequence rows = output;
    if (rows == null || rows.batch() != batch || rows.time() != time) {
      rows =
          rows != null && rows.matrix().rows >= batch * time
              ? Sequence.over(rows.matrix(), batch, time, 3)
              : Sequence.over(FloatMatrix.zeros(batch * time, size()), batch, time, 3);
      output = rows;
    }
    FloatMatrix table = table();
    for (int i = 0; i < rows.rows(); i++) {
      rows.matrix().copy(i, table, ids[i], 1);
    }
    return rows;
  }

  /** The gradient of the rows that the last window touched. */
  SparseRows sparseGradient(Sequence above) {
    touched.clear(above.rows(), size());
    for (int i = 0; i < above.rows(); i++) {
      above.matrix().load(above.first() + i, 1, vector, 0);
      touched.add(words[i], vector);
    }
    return touched;
  }

  /** Adds the gradient of the last window to what is in the gradient's memory. */
  void addGradient(Sequence above) {
    sparseGradient(above);
    FloatMatrix dense = gradients(WEIGHT_KEY, vocabulary(), size());
    for (int i = 0; i < touched.count(); i++) {
      dense.load(touched.row(i), 1, vector, 0);
      Elementwise.add(vector, touched.sum(i), vector.length);
      dense.store(touched.row(i), 1, vector, 0);
    }
  }

  /** There is no gradient with respect to a word id: the second of the pair is null. */
  @Override
  @SuppressWarnings("NullAway")
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    if (!layerConf().isTied()) {
      requireNonNull(gradientViews.get(WEIGHT_KEY)).assign(0);
    }
    addGradient(Sequence.of(epsilon));
    return new Pair<>(gradientsAsTheyAre(), null);
  }

  /** The cosines between the vector of a word and all vectors, {@code [words]}. */
  float[] likeness(int word) {
    FloatMatrix table = table();
    var one = new float[size()];
    table.load(word, 1, one, 0);
    var likeness = new float[vocabulary()];
    for (int id = 0; id < likeness.length; id++) {
      table.load(id, 1, vector, 0);
      double product = 0;
      for (int i = 0; i < vector.length; i++) {
        product += one[i] * vector[i];
      }
      double lengths =
          Math.sqrt(Elementwise.squares(vector, vector.length))
              * Math.sqrt(Elementwise.squares(one, one.length));
      likeness[id] = lengths == 0 ? 0 : (float) (product / lengths);
    }
    return likeness;
  }

  /** {@code [words, size]}. */
  FloatMatrix table() {
    return weights(WEIGHT_KEY, vocabulary(), size());
  }

  int vocabulary() {
    return (int) layerConf().getNIn();
  }

  int size() {
    return (int) layerConf().getNOut();
  }

  @Override
  public boolean hasBias() {
    return false;
  }
}
