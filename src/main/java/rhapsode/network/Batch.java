package rhapsode.network;

import rhapsode.network.layer.TokenIds;

/** What a network reads in one step, step after step of all lanes. The arrays are not copied. */
final class Batch {
  private final int[] words;
  private final int[] next;
  private final int lanes;

  /**
   * A batch.
   *
   * @param words ids {@code [time * lanes]}
   * @param next the ids it should have predicted: {@code [time * lanes]} in a stream, {@code
   *     [lanes]} for windows; {@link TokenIds#IGNORED} where nothing is asked
   * @param lanes sequences side by side
   */
  Batch(int[] words, int[] next, int lanes) {
    this.words = words;
    this.next = next;
    this.lanes = lanes;
  }

  int[] words() {
    return words;
  }

  int[] next() {
    return next;
  }

  int lanes() {
    return lanes;
  }
}
