package rhapsode.poet;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the next line has to be.
 *
 * @param syllables how many; empty for any
 * @param beginning words it starts with
 * @param partners ids of the end words it has to rhyme with
 * @param rhymesLater whether a later line will have to rhyme with it
 * @param last whether it ends the poem
 */
record LineTask(
    OptionalInt syllables,
    List<Word> beginning,
    List<Integer> partners,
    boolean rhymesLater,
    boolean last) {
  /** The same without asking for rhyme: better a poem with an honest note than none. */
  LineTask unrhymed() {
    return new LineTask(syllables, beginning, List.of(), false, last);
  }
}
