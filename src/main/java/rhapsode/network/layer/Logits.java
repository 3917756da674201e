package rhapsode.network.layer;

import static rhapsode.network.layer.FloatMatrix.share;

import java.util.Arrays;

/**
 * The logits of a softmax over a vocabulary, {@code [rows, words]} before the bias, and what each
 * thread of the team needs to work on them. What was computed is valid until the next time.
 */
final class Logits {
  /** Up to so many rows, threads share out words instead of rows. */
  private static final int FEW_ROWS = 64;

  final FloatMatrix matrix;
  private final int features;
  private final float[][] bias;
  private final Gemm[] products = new Gemm[ThreadTeam.shared().size()];
  private final LogitRow[] rows = new LogitRow[products.length];

  private Sequence in;
  private FloatMatrix weights;

  /** Memory for so many rows. */
  Logits(int most, int words, int features) {
    this.features = features;
    matrix = FloatMatrix.zeros(most, words);
    bias = LogitRow.blocks(words);
    Arrays.setAll(products, i -> new Gemm());
    Arrays.setAll(rows, i -> new LogitRow(words));
    in = Sequence.over(FloatMatrix.zeros(1, features), 1, 1, 2);
    weights = in.matrix();
  }

  /** How many threads there is memory for. */
  int mostParts() {
    return products.length;
  }

  int words() {
    return matrix.columns;
  }

  int features() {
    return features;
  }

  /** How many rows there are now. */
  int rows() {
    return in.rows();
  }

  Sequence in() {
    return in;
  }

  FloatMatrix weights() {
    return weights;
  }

  Gemm product(int part) {
    return products[part];
  }

  /** Says what is to be computed; before the team runs. */
  void prepare(Sequence input, FloatMatrix with, FloatMatrix plus) {
    in = input;
    weights = with;
    LogitRow.load(plus, 0, bias);
  }

  /** Computes; when it returns, the part's own share of the rows is there. */
  void compute(int part, int parts, ThreadTeam team) {
    int active = Math.min(parts, products.length);
    boolean few = rows() <= FEW_ROWS;
    if (part < active && few) {
      int from = share(words(), part, active);
      multiply(part, 0, rows(), from, share(words(), part + 1, active));
    }
    if (few) {
      team.barrier(parts);
    } else if (part < active) {
      int from = share(rows(), part, active);
      multiply(part, from, share(rows(), part + 1, active), 0, words());
    }
  }

  private void multiply(int part, int row, int endRow, int word, int endWord) {
    products[part].timesTransposed(
        endRow - row,
        endWord - word,
        features,
        in.matrix(),
        in.position(row),
        weights,
        (long) word * features,
        0f,
        matrix,
        (long) row * words() + word);
  }

  /** A row, read to the memory of a part, with the bias in it. */
  LogitRow read(int part, int row) {
    rows[part].read(matrix, row, bias);
    return rows[part];
  }

  /** The memory of a part, as it is. */
  LogitRow row(int part) {
    return rows[part];
  }
}
