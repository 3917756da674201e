package rhapsode.network.layer;

import java.util.Arrays;

/**
 * A row of logits on the heap, in blocks, with the memory to make probabilities of it: softmax and
 * categorical cross-entropy. One thread uses it at a time.
 */
final class LogitRow {
  /** Words in a block: few enough for the first cache, many enough for long loops. */
  private static final int BLOCK = 1024;

  private final int words;
  private final float[][] blocks;
  private final float[] work = new float[BLOCK];
  private float most;

  LogitRow(int words) {
    this.words = words;
    blocks = blocks(words);
  }

  /** Memory for a value a word, in blocks. */
  static float[][] blocks(int words) {
    var blocks = new float[(words + BLOCK - 1) / BLOCK][];
    for (int k = 0; k < blocks.length; k++) {
      blocks[k] = new float[Math.min(BLOCK, words - k * BLOCK)];
    }
    return blocks;
  }

  /** Copies a row to blocks. */
  static void load(FloatMatrix matrix, int row, float[][] blocks) {
    for (int k = 0; k < blocks.length; k++) {
      matrix.loadPart(row, k * BLOCK, blocks[k].length, blocks[k], 0);
    }
  }

  /** Copies blocks to a row. */
  static void store(FloatMatrix matrix, int row, float[][] blocks) {
    for (int k = 0; k < blocks.length; k++) {
      matrix.storePart(row, k * BLOCK, blocks[k].length, blocks[k], 0);
    }
  }

  /** Reads logits and adds the bias. */
  void read(FloatMatrix logits, int row, float[][] bias) {
    Arrays.fill(work, Float.NEGATIVE_INFINITY);
    load(logits, row, blocks);
    for (int k = 0; k < blocks.length; k++) {
      Elementwise.addWithMaximum(blocks[k], bias[k], work, blocks[k].length);
    }
    most = Elementwise.max(work, BLOCK);
  }

  /** The largest logit of the row last read. */
  float most() {
    return most;
  }

  float get(int word) {
    return blocks[word / BLOCK][word % BLOCK];
  }

  /** Subtracts from the value of a word, here and in sums. */
  void subtract(int word, float amount, float[][] sums) {
    blocks[word / BLOCK][word % BLOCK] -= amount;
    sums[word / BLOCK][word % BLOCK] -= amount;
  }

  /** Copies the row. */
  void copyTo(float[] to) {
    for (int k = 0; k < blocks.length; k++) {
      System.arraycopy(blocks[k], 0, to, k * BLOCK, blocks[k].length);
    }
  }

  /** Replaces each x by {@code exp(x - most)}; returns their sum. */
  float exponentiate() {
    Arrays.fill(work, 0f);
    for (float[] block : blocks) {
      Elementwise.expWithSum(block, most, work, block.length);
    }
    return Elementwise.sum(work, Math.min(BLOCK, words));
  }

  void scale(float factor) {
    for (float[] block : blocks) {
      Elementwise.scale(block, factor, block.length);
    }
  }

  /** Scales the row and adds it to sums. */
  void scale(float factor, float[][] sums) {
    for (int k = 0; k < blocks.length; k++) {
      Elementwise.scaleWithSum(blocks[k], factor, sums[k], blocks[k].length);
    }
  }

  void clear() {
    for (float[] block : blocks) {
      Arrays.fill(block, 0f);
    }
  }

  /** Writes the row back. */
  void store(FloatMatrix matrix, int row) {
    store(matrix, row, blocks);
  }
}
