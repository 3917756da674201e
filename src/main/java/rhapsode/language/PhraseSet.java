package rhapsode.language;

import java.util.Arrays;
import java.util.List;

/**
 * The phrases of a text, exact but for equal hashes. Immutable. Takes 8 bytes a phrase, and 16
 * while it is made; a look-up is a binary search.
 */
public final class PhraseSet implements Phrases {
  private final int length;
  private final long[] sorted;

  private PhraseSet(int length, long[] sorted) {
    this.length = length;
    this.sorted = sorted;
  }

  /**
   * All phrases of some poems.
   *
   * @param length words in a phrase, at least 1
   * @param poems the words of each as numbers ({@link PhraseHash#poem}); no phrase runs from one
   *     poem into the next
   */
  public static PhraseSet of(int length, List<long[]> poems) {
    if (length < 1) {
      throw new IllegalArgumentException("a phrase has at least one word, not " + length);
    }
    var phrases = new long[poems.stream().mapToInt(p -> Math.max(0, p.length - length + 1)).sum()];
    int next = 0;
    for (long[] poem : poems) {
      for (int from = 0; from + length <= poem.length; from++) {
        phrases[next++] = PhraseHash.of(poem, from, length);
      }
    }
    Arrays.sort(phrases);
    return new PhraseSet(length, withoutRepetitions(phrases));
  }

  private static long[] withoutRepetitions(long[] sorted) {
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  @Override
  public int length() {
    return length;
  }

  /** How many different phrases there are. */
  public int size() {
    return sorted.length;
  }

  @Override
  public boolean holds(long phrase) {
    return Arrays.binarySearch(sorted, phrase) >= 0;
  }

  /** The hashes of all phrases, for {@link PhraseFilter}; not to be changed. */
  long[] hashes() {
    return sorted;
  }
}
