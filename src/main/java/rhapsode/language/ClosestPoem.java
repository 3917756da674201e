package rhapsode.language;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the poem that a text owes most to: the one that shares most runs of {@value #RUN} content
 * words with it, function words passed over, so that a changed "the" hides nothing. Keeps one poem
 * at a time. Confined to one thread.
 *
 * @param <T> what stands for a poem
 */
public final class ClosestPoem<T> {
  private static final int RUN = 3;

  /** One run may be chance; two are an echo. */
  private static final int LEAST = 2;

  private final Set<Long> wanted = new HashSet<>();
  private Optional<T> closest = Optional.empty();
  private int most = LEAST - 1;

  /** Searches for what a text owes most to. */
  public ClosestPoem(String text) {
    Arrays.stream(runs(text)).forEach(wanted::add);
  }

  /** Looks at a poem. */
  public void offer(T poem, String text) {
    int shared = (int) Arrays.stream(runs(text)).distinct().filter(wanted::contains).count();
    if (shared > most) {
      most = shared;
      closest = Optional.of(poem);
    }
  }

  /** The one that shares most, the first of several; empty if none shares much. */
  public Optional<T> closest() {
    return closest;
  }

  private static long[] runs(String text) {
    long[] words =
        Words.of(text).stream()
            .filter(word -> !FunctionWords.hold(word))
            .mapToLong(PhraseHash::word)
            .toArray();
    var runs = new long[Math.max(0, words.length - RUN + 1)];
    Arrays.setAll(runs, from -> PhraseHash.of(words, from, RUN));
    return runs;
  }
}
