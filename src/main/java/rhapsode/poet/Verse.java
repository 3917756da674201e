package rhapsode.poet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is written so far, for a look at repetitions and rhymes. Confined to the poet's thread. */
final class Verse {
  private final List<List<Word>> lines = new ArrayList<>();
  private final Set<Long> trigrams = new HashSet<>();
  private final Set<Long> pairs = new HashSet<>();
  private final int[] uses;

  /**
   * Nothing yet.
   *
   * @param words size of the vocabulary
   */
  Verse(int words) {
    uses = new int[words];
  }

  void add(List<Word> line) {
    lines.add(List.copyOf(line));
    for (int i = 0; i < line.size(); i++) {
      int id = line.get(i).id();
      uses[id]++;
      if (i >= 1) {
        pairs.add(key(0, line.get(i - 1).id(), id));
      }
      if (i >= 2) {
        trigrams.add(key(line.get(i - 2).id(), line.get(i - 1).id(), id));
      }
    }
  }

  private long key(int one, int two, int three) {
    long words = uses.length;
    return (one * words + two) * words + three;
  }

  List<List<Word>> lines() {
    return lines;
  }

  /** How many lines begin with a word. */
  int openings(Word word) {
    int count = 0;
    for (List<Word> line : lines) {
      count += line.get(0).id() == word.id() ? 1 : 0;
    }
    return count;
  }

  /** How often a word was used. */
  int uses(int word) {
    return uses[word];
  }

  /** Whether three words stand somewhere in a row. */
  boolean holds(int one, int two, int three) {
    return trigrams.contains(key(one, two, three));
  }

  /** Whether two words stand somewhere in a row: only then can three. */
  boolean holds(int one, int two) {
    return pairs.contains(key(0, one, two));
  }

  /** The last spoken word of a line that is written. */
  Word endWord(int line) {
    List<Word> words = lines.get(line);
    for (int i = words.size() - 1; i > 0; i--) {
      if (words.get(i).isSpoken()) {
        return words.get(i);
      }
    }
    return words.get(0);
  }

  /** The texts of the last words that were written, punctuation left out. */
  List<String> lastWords(int count) {
    List<String> all =
        lines.stream().flatMap(List::stream).filter(Word::isSpoken).map(Word::text).toList();
    return all.subList(Math.max(0, all.size() - count), all.size());
  }
}
