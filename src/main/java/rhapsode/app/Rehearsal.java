package rhapsode.app;

import java.util.ArrayList;
import java.util.List;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;

/**
 * Text of the kind that the base model was made for: to be learned from along with the community's
 * poems, so that what it knows is not forgotten, and to judge by how much of it was.
 *
 * @param lessons to learn from, a part for each pass; where there is too little text, fewer parts
 * @param judge to judge by, none of it among the lessons
 */
record Rehearsal(List<Corpus> lessons, Corpus judge) {
  /**
   * How much is wanted.
   *
   * @param passes over the lessons, each with text of its own
   * @param words to learn from in a pass, about
   * @param judging words to judge by, about
   */
  record Amount(int passes, int words, int judging) {}

  /** Deals poems out. */
  static Rehearsal of(List<List<String>> poems, Amount amount) {
    int split = end(poems, 0, amount.judging());
    var lessons = new ArrayList<Corpus>();
    int from = split;
    while (amount.words() > 0 && lessons.size() < amount.passes() && from < poems.size()) {
      int end = end(poems, from, amount.words());
      lessons.add(corpus(poems.subList(from, end)));
      from = end;
    }
    return new Rehearsal(List.copyOf(lessons), corpus(poems.subList(0, split)));
  }

  /** Where so many words end that begin at a poem. */
  private static int end(List<List<String>> poems, int from, int words) {
    int at = from;
    for (int read = 0; at < poems.size() && read < words; at++) {
      read += poems.get(at).size();
    }
    return at;
  }

  private static Corpus corpus(List<List<String>> poems) {
    return new Corpus(poems, TextFormat.POEMS);
  }
}
