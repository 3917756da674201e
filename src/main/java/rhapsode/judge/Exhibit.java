package rhapsode.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.language.PhraseHash;
import rhapsode.language.Words;
import rhapsode.poem.Form;
import rhapsode.poem.Line;
import rhapsode.poet.Commission;
import rhapsode.poet.Outcome;

/**
 * A poem before the judge, be it a poet's or a person's: nothing but its text counts.
 *
 * @param form the form it has to keep; empty if none was asked for
 * @param seed what it was asked about; empty if nobody asked
 * @param lines its lines of verse, in order; none if the poet declined
 * @param took how long the writing took; empty if nobody knows
 */
public record Exhibit(
    Optional<Form> form, Optional<String> seed, List<String> lines, Optional<Duration> took) {
  public Exhibit {
    lines = lines.stream().filter(line -> !line.isBlank()).map(String::strip).toList();
  }

  /** What came of a commission; a poet that declined gets no marks for an empty page. */
  static Exhibit of(Commission commission, Outcome outcome) {
    Optional<String> seed = Optional.of(commission.seed());
    if (outcome instanceof Outcome.Written written) {
      List<String> lines = written.poem().lines().stream().map(Line::text).toList();
      return new Exhibit(
          Optional.of(written.poem().form()), seed, lines, Optional.of(written.took()));
    }
    return new Exhibit(Optional.of(commission.form()), seed, List.of(), Optional.empty());
  }

  /** A text of which no more is known, held against a form or against none. */
  public static Exhibit of(Optional<Form> form, String text) {
    return new Exhibit(form, Optional.empty(), text.lines().toList(), Optional.empty());
  }

  /** Its words in lower case, running on across the ends of lines. */
  List<String> words() {
    return Words.of(String.join("\n", lines));
  }

  /** Its words as they are printed but for case: cut at blanks, with their marks. */
  List<String> printedWords() {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("\\s+")))
        .toList();
  }

  /** The hashes of all its runs of so many words, in order; equal runs have equal hashes. */
  long[] phrases(int length) {
    long[] words = PhraseHash.words(words());
    var phrases = new long[Math.max(0, words.length - length + 1)];
    Arrays.setAll(phrases, from -> PhraseHash.of(words, from, length));
    return phrases;
  }
}
