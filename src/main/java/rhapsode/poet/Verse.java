package rhapsode.poet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is written so far, for a look at repetitions and rhymes. Confined to the poet's thread. */
final class Verse {
  private final List<List<Word>> lines = new ArrayList<>();
  private final Map<Integer, Integer> uses = new HashMap<>();
  private final Set<List<Integer>> trigrams = new HashSet<>();

  void add(List<Word> line) {
    lines.add(List.copyOf(line));
    for (int i = 0; i < line.size(); i++) {
      uses.merge(line.get(i).id(), 1, Integer::sum);
      if (i >= 2) {
        trigrams.add(List.of(line.get(i - 2).id(), line.get(i - 1).id(), line.get(i).id()));
      }
    }
  }

  List<List<Word>> lines() {
    return lines;
  }

  /** How often a word was used. */
  int uses(int word) {
    return uses.getOrDefault(word, 0);
  }

  boolean holds(int one, int two, int three) {
    return trigrams.contains(List.of(one, two, three));
  }
}
