package rhapsode.learning;

import java.util.ArrayList;
import java.util.List;
import rhapsode.language.Corpus;
import rhapsode.language.Tokenizer;

/**
 * What a training run learns from and is judged by: the community's poems, and replay, so that what
 * the base model knows is not forgotten. Which poem judges is decided by a hash of its words.
 *
 * @param lessons to learn from
 * @param heldOut to judge by; no poem is in both
 */
record Curriculum(List<String> lessons, List<String> heldOut) {
  /** With so few poems every one of them is wanted as a lesson; replay alone judges. */
  private static final int FEW = 10;

  static Curriculum of(List<String> community, List<String> replay, double share) {
    var lessons = new ArrayList<String>();
    var heldOut = new ArrayList<String>();
    for (String poem : community) {
      boolean judges = community.size() > FEW && isHeldOut(poem, share);
      (judges ? heldOut : lessons).add(poem);
    }
    for (String poem : replay) {
      (isHeldOut(poem, share) ? heldOut : lessons).add(poem);
    }
    return new Curriculum(List.copyOf(lessons), List.copyOf(heldOut));
  }

  private static boolean isHeldOut(String poem, double share) {
    return Corpus.isHeldOut(Tokenizer.poem(poem), share);
  }
}
