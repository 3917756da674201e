package rhapsode.judge;

import java.util.HashSet;
import java.util.function.Predicate;
import rhapsode.language.Words;

/** Of the words that a poem was asked about, how many stand in it, whatever their case. Pure. */
final class SeedWords implements Metric {
  private final Predicate<String> counted;

  /**
   * For some words only.
   *
   * @param counted whether a word, in lower case, is one of them
   */
  SeedWords(Predicate<String> counted) {
    this.counted = counted;
  }

  @Override
  public Tally of(Exhibit poem) {
    var written = new HashSet<>(poem.words());
    var asked = Words.of(poem.seed().orElse("")).stream().filter(counted).toList();
    return new Tally(asked.stream().filter(written::contains).count(), asked.size());
  }
}
