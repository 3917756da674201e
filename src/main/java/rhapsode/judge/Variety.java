package rhapsode.judge;

import java.util.List;

/**
 * How much a poem repeats itself. Words are counted as they are printed, but for their case: cut at
 * blanks, with the marks that stand at them, as in the protocol's own figures. Pure.
 */
final class Variety {
  private static final int SHORTEST = 60;
  private static final int LONGEST = 130;

  private Variety() {}

  /**
   * The share of a poem's runs of words that are different ones (distinct-n, Li et al. 2016, "A
   * Diversity-Promoting Objective Function for Neural Conversation Models", section 5.1). The share
   * falls with length, so that only poems of {@value #SHORTEST} to {@value #LONGEST} words count,
   * each as one case.
   */
  static Metric distinct(int length) {
    return poem -> {
      int words = poem.words().size();
      if (words < SHORTEST || words > LONGEST) {
        return Tally.NONE;
      }
      List<List<String>> runs = runs(poem, length);
      return new Tally((double) different(runs) / runs.size(), 1);
    };
  }

  /** Of a poem's runs of words, how many have stood in it before. */
  static Metric repeated(int length) {
    return poem -> {
      List<List<String>> runs = runs(poem, length);
      return new Tally(runs.size() - different(runs), runs.size());
    };
  }

  private static long different(List<List<String>> runs) {
    return runs.stream().distinct().count();
  }

  private static List<List<String>> runs(Exhibit poem, int length) {
    List<String> words = poem.printedWords();
    return java.util.stream.IntStream.rangeClosed(0, words.size() - length)
        .mapToObj(from -> words.subList(from, from + length))
        .toList();
  }
}
