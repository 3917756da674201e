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
    var builder = new Builder(length);
    poems.forEach(builder::add);
    return builder.build();
  }

  /** Takes poems one after the other, so that they need not all be in memory. */
  public static final class Builder {
    private static final int FIRST_ROOM = 64;

    private final int length;
    private long[] phrases = new long[FIRST_ROOM];
    private int size;

    /**
     * A set without phrases.
     *
     * @param length words in a phrase, at least 1
     */
    public Builder(int length) {
      if (length < 1) {
        throw new IllegalArgumentException("a phrase has at least one word, not " + length);
      }
      this.length = length;
    }

    /** Adds a poem's phrases. */
    public void add(long[] poem) {
      int more = Math.max(0, poem.length - length + 1);
      if (size + more > phrases.length) {
        phrases = Arrays.copyOf(phrases, Math.max(size + more, phrases.length * 3 / 2));
      }
      for (int from = 0; from < more; from++) {
        phrases[size++] = PhraseHash.of(poem, from, length);
      }
    }

    /** How many were added, equal ones each time. */
    int size() {
      return size;
    }

    /** The set; nothing may be added afterwards. */
    public PhraseSet build() {
      Arrays.sort(phrases, 0, size);
      return new PhraseSet(length, withoutRepetitions(phrases, size));
    }
  }

  private static long[] withoutRepetitions(long[] sorted, int size) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
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
