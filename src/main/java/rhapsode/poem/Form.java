package rhapsode.poem;

import java.util.List;

/**
 * A form of verse as data: stanzas of line shapes. A new form is a new entry in {@code forms.yml},
 * no code.
 *
 * @param name how people ask for it: lower case letters and hyphens, e.g. {@code haiku}
 * @param description one sentence for a list of forms
 * @param stanzas the shapes of its lines, stanza by stanza; at least one line
 */
public record Form(String name, String description, List<List<LineShape>> stanzas) {
  public Form {
    if (!name.matches("[a-z][a-z-]{0,31}")) {
      throw new IllegalArgumentException(
          "a form's name is lower case letters and hyphens: " + name);
    }
    stanzas = stanzas.stream().map(List::copyOf).toList();
    if (stanzas.isEmpty() || stanzas.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("form " + name + " has a stanza without lines");
    }
  }

  /** The shapes of all lines, in order. */
  public List<LineShape> lines() {
    return stanzas.stream().flatMap(List::stream).toList();
  }
}
