package rhapsode.poem;

import java.util.OptionalInt;

/**
 * What a form asks of one line.
 *
 * @param syllables how many syllables; empty where the form leaves it free
 * @param rhyme the letter of the rhyme scheme, e.g. {@code 'A'}; lines of one poem with the same
 *     letter rhyme; {@link #UNRHYMED} where the form asks for none
 */
public record LineShape(OptionalInt syllables, char rhyme) {
  /** The letter of a line that need not rhyme. */
  public static final char UNRHYMED = '-';

  public LineShape {
    if (syllables.isPresent() && (syllables.getAsInt() < 1 || syllables.getAsInt() > 30)) {
      throw new IllegalArgumentException(
          "a line has 1 to 30 syllables, not " + syllables.getAsInt());
    }
    if (rhyme != UNRHYMED && (rhyme < 'A' || rhyme > 'Z')) {
      throw new IllegalArgumentException("a rhyme is a letter A-Z or '-', not '" + rhyme + "'");
    }
  }

  /** Whether the form asks this line to rhyme with another. */
  public boolean rhymes() {
    return rhyme != UNRHYMED;
  }
}
