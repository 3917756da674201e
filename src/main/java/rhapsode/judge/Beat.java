package rhapsode.judge;

import java.util.Optional;
import java.util.Set;
import rhapsode.poem.Form;
import rhapsode.poem.LineShape;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Stress;

/** Where a line wants its stresses. */
@FunctionalInterface
interface Beat {
  /** Weak and strong by turns, the first syllable weak. */
  Beat IAMBIC =
      (from, word) -> {
        int primary = word.stresses().indexOf(Stress.PRIMARY);
        return word.syllables() > 1 && primary >= 0 && (from + primary) % 2 == 0;
      };

  /** Forms whose lines are iambic in English verse. */
  Set<String> IAMBIC_FORMS = Set.of("quatrain", "couplets", "envelope", "ballad", "sonnet");

  /**
   * Whether a word clashes: it has several syllables, and the one that carries it falls on a weak
   * place. Words of one syllable bend (Kiparsky 1977, "The Rhythmic Structure of English Verse").
   *
   * @param from how many syllables of the line stand before it
   */
  boolean clashes(int from, Pronunciation word);

  /** The beat of a line; empty where the form leaves it free. */
  static Optional<Beat> of(Form form, LineShape shape) {
    return IAMBIC_FORMS.contains(form.name()) && shape.syllables().isPresent()
        ? Optional.of(IAMBIC)
        : Optional.empty();
  }
}
