package rhapsode.poem;

import java.util.List;
import java.util.OptionalInt;

/**
 * Line by line, what a form asked for and what a text has.
 *
 * @param lines one entry per line of the poem, in order
 */
public record FormProof(List<LineProof> lines) {
  public FormProof {
    lines = List.copyOf(lines);
  }

  /** Whether every line keeps the form. */
  public boolean holds() {
    return lines.stream().allMatch(LineProof::holds);
  }

  /**
   * The proof of one line.
   *
   * @param syllables how many syllables the line has
   * @param asked how many the form asks for; empty where it leaves that free
   * @param endWord the last word, lower case, without punctuation; empty if the line has no word
   * @param partner the index (from 0) of the earlier line it has to rhyme with; empty for none
   * @param rhymes whether it rhymes perfectly with that line and does not repeat its end word; true
   *     where there is no partner
   */
  public record LineProof(
      int syllables, OptionalInt asked, String endWord, OptionalInt partner, boolean rhymes) {
    /** Whether the line keeps the form. */
    public boolean holds() {
      return rhymes && (asked.isEmpty() || asked.getAsInt() == syllables);
    }
  }
}
