package rhapsode.poem;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a form asks of one line.
 *
 * @param syllables how many syllables; empty where the form leaves it free
 * @param rhyme the letter of the rhyme scheme, e.g. {@code 'A'}; lines of one poem with the same
 *     letter rhyme; {@link #UNRHYMED} where the form asks for none
 * @param metre the beat, as long as the line; empty where the form leaves it free
 * @param initial the lower case letter, a code point, that the line has to begin with; empty for
 *     any
 */
public record LineShape(
    OptionalInt syllables, char rhyme, Optional<Metre> metre, OptionalInt initial) {
  /** The letter of a line that need not rhyme. */
  public static final char UNRHYMED = '-';

  /** A line of which nothing is asked. */
  public static final LineShape FREE = new LineShape(OptionalInt.empty(), UNRHYMED);

  public LineShape {
    if (syllables.isPresent() && (syllables.getAsInt() < 1 || syllables.getAsInt() > 30)) {
      throw new IllegalArgumentException(
          "a line has 1 to 30 syllables, not " + syllables.getAsInt());
    }
    if (rhyme != UNRHYMED && (rhyme < 'A' || rhyme > 'Z')) {
      throw new IllegalArgumentException("a rhyme is a letter A-Z or '-', not '" + rhyme + "'");
    }
    if (metre.isPresent() && !syllables.equals(OptionalInt.of(metre.get().syllables()))) {
      throw new IllegalArgumentException(
          "the metre " + metre.get().pattern() + " is no metre for " + syllables);
    }
    if (initial.isPresent() && !isSmallLetter(initial.getAsInt())) {
      throw new IllegalArgumentException("no lower case letter: " + initial.getAsInt());
    }
  }

  /** A line without a metre that may begin with any letter. */
  public LineShape(OptionalInt syllables, char rhyme) {
    this(syllables, rhyme, Optional.empty(), OptionalInt.empty());
  }

  /** A line in a metre, which gives its syllables. */
  public LineShape(Metre metre, char rhyme) {
    this(OptionalInt.of(metre.syllables()), rhyme, Optional.of(metre), OptionalInt.empty());
  }

  private static boolean isSmallLetter(int codePoint) {
    return Character.isLetter(codePoint) && Character.toLowerCase(codePoint) == codePoint;
  }

  /** Whether the form asks this line to rhyme with another. */
  public boolean rhymes() {
    return rhyme != UNRHYMED;
  }

  /** The same with another rhyme. */
  LineShape rhyming(char letter) {
    return new LineShape(syllables, letter, metre, initial);
  }

  /** The same, begun with a letter. */
  LineShape beginning(int letter) {
    return new LineShape(syllables, rhyme, metre, OptionalInt.of(letter));
  }
}
