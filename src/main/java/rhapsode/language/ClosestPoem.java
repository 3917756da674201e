package rhapsode.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the poem that a text owes most to: the one that shares most runs of {@value #RUN} content
 * words with it, function words passed over, so that a changed "the" hides nothing. Immutable;
 * takes some 100 bytes a content word.
 */
public final class ClosestPoem {
  private static final int RUN = 3;

  /** One run may be chance; two are an echo. */
  private static final int LEAST = 2;

  private final Map<Long, List<Integer>> poemsOfRun = new HashMap<>();

  /** Searches among these texts. */
  public ClosestPoem(List<String> poems) {
    for (int poem = 0; poem < poems.size(); poem++) {
      for (long run : runs(poems.get(poem))) {
        poemsOfRun.computeIfAbsent(run, r -> new ArrayList<>(1)).add(poem);
      }
    }
  }

  /**
   * A poem that echoes in a text.
   *
   * @param poem its index, from 0, in the list that was given
   * @param shared how many different runs of content words both have
   */
  public record Match(int poem, int shared) {}

  /** The poem that shares most with a text, the earliest of several; empty if none shares much. */
  public Optional<Match> to(String text) {
    var shared = new HashMap<Integer, Integer>();
    for (long run : runs(text)) {
      poemsOfRun.getOrDefault(run, List.of()).forEach(poem -> shared.merge(poem, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST)
        .map(entry -> new Match(entry.getKey(), entry.getValue()))
        .min(
            java.util.Comparator.comparingInt(Match::shared)
                .reversed()
                .thenComparingInt(Match::poem));
  }

  private static Set<Long> runs(String text) {
    long[] words =
        Words.of(text).stream()
            .filter(word -> !FunctionWords.hold(word))
            .mapToLong(PhraseHash::word)
            .toArray();
    var runs = new long[Math.max(0, words.length - RUN + 1)];
    Arrays.setAll(runs, from -> PhraseHash.of(words, from, RUN));
    return Arrays.stream(runs).boxed().collect(Collectors.toSet());
  }
}
