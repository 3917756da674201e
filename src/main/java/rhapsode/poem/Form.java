package rhapsode.poem;

import java.util.List;
import java.util.Optional;

/**
 * A form of verse as data: stanzas of line shapes. A new form is a new entry in {@code forms.yml},
 * no code. Immutable.
 *
 * @param name how people ask for it: {@code haiku}, or a scheme such as {@code ABAB/8}; one line of
 *     at most {@value #LONGEST_NAME} characters
 * @param stanzas the shapes of its lines, stanza by stanza; at least one line
 * @param spelled whether its lines spell the seed of the poem; its one stanza is then a pattern
 *     that {@link #spelling} lays out
 */
public record Form(String name, List<List<LineShape>> stanzas, boolean spelled) {
  /** Characters in the longest name. */
  public static final int LONGEST_NAME = 300;

  public Form {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("no name for a form: '" + name + "'");
    }
    stanzas = stanzas.stream().map(List::copyOf).toList();
    if (stanzas.isEmpty() || stanzas.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("form " + name + " has a stanza without lines");
    }
    if (spelled && stanzas.size() > 1) {
      throw new IllegalArgumentException(
          "form " + name + " spells, but has more than one stanza to lay out");
    }
  }

  /** A form that is the same for every seed. */
  public Form(String name, List<List<LineShape>> stanzas) {
    this(name, stanzas, false);
  }

  /** The shapes of all lines, in order. */
  public List<LineShape> lines() {
    return stanzas.stream().flatMap(List::stream).toList();
  }

  /**
   * This form as a poem about a seed has to keep it: the form itself unless it is {@link #spelled},
   * otherwise one stanza for each word and one line for each letter, as {@link Acrostic} says.
   * Empty if there is no letter to spell.
   */
  public Optional<Form> spelling(String seed) {
    if (!spelled) {
      return Optional.of(this);
    }
    List<List<LineShape>> letters = Acrostic.stanzas(stanzas.get(0), seed);
    return letters.isEmpty() ? Optional.empty() : Optional.of(new Form(name, letters, false));
  }
}
