package rhapsode.poem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;
import rhapsode.yaml.YamlSection;

/**
 * The catalogue of forms, read from data. Immutable.
 *
 * @param all in the order of the file; the first is the one taken when none is asked for
 */
public record Forms(List<Form> all) {
  public Forms {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there has to be at least one form");
    }
  }

  /** The forms that Rhapsode comes with. */
  public static Forms load() {
    return read(YamlFile.resource(Forms.class, "forms.yml"));
  }

  /**
   * Parses a catalogue; {@code forms.yml} says how one looks.
   *
   * @throws YamlException if it is malformed, names a form twice or has a line that rhymes with
   *     none
   */
  static Forms read(YamlSection document) {
    try (document) {
      var forms = new ArrayList<Form>();
      for (YamlSection section : document.sections("forms")) {
        Form form = form(section);
        if (forms.stream().anyMatch(other -> other.name().equals(form.name()))) {
          throw section.wrong("name", "is '" + form.name() + "', as an earlier form is named");
        }
        forms.add(form);
      }
      return new Forms(forms);
    }
  }

  private static Form form(YamlSection section) {
    try (section) {
      var stanzas = new ArrayList<List<LineShape>>();
      for (YamlSection stanza : section.sections("stanzas")) {
        stanzas.add(stanza(stanza));
      }
      var form = new Form(section.text("name"), section.text("description"), stanzas);
      loneRhyme(form)
          .ifPresent(
              line -> {
                throw section.wrong(
                    "stanzas", "has '" + line.rhyme() + "' once, but a rhyme takes two lines");
              });
      return form;
    } catch (IllegalArgumentException e) {
      throw section.wrong("name", "belongs to no form: " + e.getMessage());
    }
  }

  private static Optional<LineShape> loneRhyme(Form form) {
    List<LineShape> lines = form.lines();
    return lines.stream()
        .filter(LineShape::rhymes)
        .filter(line -> lines.stream().filter(l -> l.rhyme() == line.rhyme()).count() == 1)
        .findFirst();
  }

  private static List<LineShape> stanza(YamlSection stanza) {
    try (stanza) {
      String rhymes = stanza.text("rhymes");
      List<Integer> syllables = syllables(stanza, rhymes.length());
      if (!syllables.isEmpty() && syllables.size() != rhymes.length()) {
        throw stanza.wrong(
            "syllables", "has to name as many lines as 'rhymes', " + rhymes.length());
      }
      return shapes(stanza, rhymes, syllables);
    }
  }

  /** One count a line; none if the form does not count. */
  private static List<Integer> syllables(YamlSection stanza, int lines) {
    if (!stanza.has("syllables")) {
      return List.of();
    }
    return stanza.isList("syllables")
        ? stanza.integers("syllables", 1, 30)
        : Collections.nCopies(lines, stanza.integer("syllables", 1, 30));
  }

  private static List<LineShape> shapes(
      YamlSection stanza, String rhymes, List<Integer> syllables) {
    if (!rhymes.matches("[A-Z-]{1,40}")) {
      throw stanza.wrong("rhymes", "is '" + rhymes + "', but has to be letters A-Z and '-'");
    }
    var lines = new ArrayList<LineShape>();
    for (int i = 0; i < rhymes.length(); i++) {
      OptionalInt count =
          syllables.isEmpty() ? OptionalInt.empty() : OptionalInt.of(syllables.get(i));
      lines.add(new LineShape(count, rhymes.charAt(i)));
    }
    return lines;
  }

  /** The form of a name, in any case. */
  public Optional<Form> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return all.stream().filter(form -> form.name().equals(wanted)).findFirst();
  }

  /** The form taken when none is asked for. */
  public Form standard() {
    return all.get(0);
  }
}
