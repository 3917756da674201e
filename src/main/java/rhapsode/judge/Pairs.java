package rhapsode.judge;

import java.util.ArrayList;
import java.util.List;
import rhapsode.poem.Form;
import rhapsode.poem.LineShape;
import rhapsode.prosody.Prosody;
import rhapsode.prosody.Rhyme;

/** The pairs of lines that a form wants to rhyme: any two with the same letter. Pure. */
final class Pairs {
  private final Prosody prosody;

  Pairs(Prosody prosody) {
    this.prosody = prosody;
  }

  /** Two lines by their indices, the earlier first. */
  record Pair(int first, int second) {}

  static List<Pair> of(Form form) {
    List<LineShape> shapes = form.lines();
    var pairs = new ArrayList<Pair>();
    for (int first = 0; first < shapes.size(); first++) {
      for (int second = first + 1; second < shapes.size(); second++) {
        if (shapes.get(first).rhymes() && shapes.get(first).rhyme() == shapes.get(second).rhyme()) {
          pairs.add(new Pair(first, second));
        }
      }
    }
    return pairs;
  }

  /**
   * How the lines of a pair rhyme. {@link Rhyme#NONE} if one of them is missing, {@link
   * Rhyme#IDENTICAL} if both end with the same word.
   */
  Rhyme rhyme(Exhibit poem, Pair pair) {
    List<String> lines = poem.lines();
    if (pair.second() >= lines.size()) {
      return Rhyme.NONE;
    }
    String first = prosody.endWord(lines.get(pair.first())).orElse("");
    String second = prosody.endWord(lines.get(pair.second())).orElse("");
    return first.equals(second) ? Rhyme.IDENTICAL : prosody.rhyme(first, second);
  }

  /** Of the pairs that the poem's form asks for, how many rhyme perfectly. */
  Tally perfect(Exhibit poem) {
    List<Pair> pairs = poem.form().map(Pairs::of).orElse(List.of());
    long perfect = pairs.stream().filter(pair -> rhyme(poem, pair) == Rhyme.PERFECT).count();
    return new Tally(perfect, pairs.size());
  }

  /** Whether all of them do; no case without pairs. */
  Tally allPerfect(Exhibit poem) {
    Tally pairs = perfect(poem);
    return pairs.cases() == 0 ? Tally.NONE : Tally.of(pairs.hits() == pairs.cases());
  }

  /** Whether the poem means to keep the scheme: at least half of its pairs rhyme or nearly do. */
  boolean follows(Exhibit poem) {
    List<Pair> pairs = poem.form().map(Pairs::of).orElse(List.of());
    long echoes =
        pairs.stream()
            .map(pair -> rhyme(poem, pair))
            .filter(rhyme -> rhyme == Rhyme.PERFECT || rhyme == Rhyme.SLANT)
            .count();
    return 2 * echoes >= pairs.size();
  }
}
