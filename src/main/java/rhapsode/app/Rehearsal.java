package rhapsode.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import rhapsode.language.AncestralSampler;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.network.NetworkModel;

/**
 * Text of the kind that the base model was made for: to be learned from along with the community's
 * poems, so that what it knows is not forgotten, and to judge by how much of it was.
 *
 * @param lessons to learn from
 * @param judge to judge by, none of it among the lessons
 */
record Rehearsal(Corpus lessons, Corpus judge) {
  /** Tokens of a sampled poem on average, and at most. */
  private static final int USUAL = 250;

  private static final int LONGEST = 900;

  /**
   * Takes as much text as is wanted.
   *
   * @param base folder of the base model, which writes the text if there is no file
   * @param file a corpus of the operator's
   * @param words to learn from, about
   * @param judging words to judge by, about
   * @param seed from which the choice follows
   */
  static Rehearsal of(Path base, Optional<Path> file, int words, int judging, long seed) {
    var poems = new ArrayList<List<String>>();
    if (file.isPresent()) {
      poems.addAll(Corpus.read(file.get(), TextFormat.POEMS).poems());
      Collections.shuffle(poems, new Random(seed));
    } else {
      int count = Math.max(1, (words + judging + USUAL - 1) / USUAL);
      poems.addAll(
          new AncestralSampler(NetworkModel.load(base), new Random(seed), LONGEST)
              .poems(count)
              .poems());
    }
    int split = first(poems, 0, judging);
    int end = first(poems, split, words);
    return new Rehearsal(corpus(poems.subList(split, end)), corpus(poems.subList(0, split)));
  }

  /** The end of so many poems from a place on that they have the words. */
  private static int first(List<List<String>> poems, int from, int words) {
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
