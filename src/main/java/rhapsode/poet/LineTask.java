package rhapsode.poet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import rhapsode.poem.LineShape;

/**
 * What the next line has to be.
 *
 * @param shape what the form asks of it
 * @param phrase words of the seed that have to stand in it, next to each other
 * @param partners the end words it has to rhyme with
 * @param others the end words of other lines, which it must not repeat, and not rhyme with if it
 *     need not rhyme with any
 * @param rhymesLater whether a later line will have to rhyme with it
 * @param last whether it ends the poem
 */
record LineTask(
    LineShape shape,
    Phrase phrase,
    List<Word> partners,
    List<Word> others,
    boolean rhymesLater,
    boolean last) {
  LineTask {
    partners = List.copyOf(partners);
    others = List.copyOf(others);
  }

  /** The same with nothing asked of the beat. */
  LineTask withoutMetre() {
    var freed = new LineShape(shape.syllables(), shape.rhyme(), Optional.empty(), shape.initial());
    return new LineTask(freed, phrase, partners, others, rhymesLater, last);
  }

  /** The same without asking for rhyme. */
  LineTask withoutRhyme() {
    return new LineTask(shape, phrase, List.of(), others, false, last);
  }

  /** The same with any letter at the beginning. */
  LineTask withoutInitial() {
    var freed = new LineShape(shape.syllables(), shape.rhyme(), shape.metre(), OptionalInt.empty());
    return new LineTask(freed, phrase, partners, others, rhymesLater, last);
  }
}
