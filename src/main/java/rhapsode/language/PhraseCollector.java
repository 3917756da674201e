package rhapsode.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the phrases of any number of poems in little memory. Up to a million are kept exactly;
 * each full million goes into a {@link PhraseFilter} of its own, which takes 2.5 MB instead of 8,
 * and one foreign phrase in fifteen thousand for its own. Used by one thread.
 */
public final class PhraseCollector {
  private static final int EXACT = 1_000_000;
  private static final double BITS = 20;

  private final int length;
  private final int exact;
  private final List<Phrases> full = new ArrayList<>();
  private PhraseSet.Builder latest;

  /**
   * A collection without phrases.
   *
   * @param length words in a phrase, at least 1
   */
  public PhraseCollector(int length) {
    this(length, EXACT);
  }

  PhraseCollector(int length, int exact) {
    this.length = length;
    this.exact = exact;
    latest = new PhraseSet.Builder(length);
  }

  /**
   * Adds a poem's phrases.
   *
   * @param poem its words as numbers ({@link PhraseHash#poem})
   */
  public void add(long[] poem) {
    latest.add(poem);
    if (latest.size() >= exact) {
      full.add(PhraseFilter.of(latest.build(), BITS));
      latest = new PhraseSet.Builder(length);
    }
  }

  /** Which together hold all that was added; nothing may be added afterwards. */
  public List<Phrases> phrases() {
    full.add(latest.build());
    return List.copyOf(full);
  }
}
