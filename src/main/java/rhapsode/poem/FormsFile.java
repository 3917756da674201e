package rhapsode.poem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlSection;

/** Reads a catalogue of forms; {@code forms.yml} says how one looks. */
final class FormsFile {
  private FormsFile() {}

  /**
   * Its forms, in order.
   *
   * @throws YamlException if it is malformed, names a form twice or has a line that rhymes with
   *     none
   */
  static List<Form> read(YamlSection document) {
    try (document) {
      var forms = new ArrayList<Form>();
      for (YamlSection section : document.sections("forms")) {
        Form form = form(section);
        if (forms.stream().anyMatch(other -> other.name().equals(form.name()))) {
          throw section.wrong("name", "is '" + form.name() + "', as an earlier form is named");
        }
        forms.add(form);
      }
      return forms;
    }
  }

  private static Form form(YamlSection section) {
    try (section) {
      var stanzas = new ArrayList<List<LineShape>>();
      for (YamlSection stanza : section.sections("stanzas")) {
        stanzas.add(stanza(stanza));
      }
      boolean spelled = section.flag("spelled", false);
      if (spelled && stanzas.size() > 1) {
        throw section.wrong("spelled", "takes one stanza, which is laid out over the seed");
      }
      var form = new Form(name(section), stanzas, spelled);
      loneRhyme(form.lines())
          .ifPresent(
              line -> {
                throw section.wrong(
                    "stanzas", "has '" + line.rhyme() + "' once, but a rhyme takes two lines");
              });
      return form;
    }
  }

  private static String name(YamlSection section) {
    String name = section.text("name");
    if (!name.matches("[a-z][a-z-]{0,31}")) {
      throw section.wrong(
          "name",
          "is '" + YamlSection.shortened(name) + "', but has to be lower case letters and '-'");
    }
    return name;
  }

  private static Optional<LineShape> loneRhyme(List<LineShape> lines) {
    return lines.stream()
        .filter(LineShape::rhymes)
        .filter(line -> lines.stream().filter(l -> l.rhyme() == line.rhyme()).count() == 1)
        .findFirst();
  }

  private static List<LineShape> stanza(YamlSection stanza) {
    try (stanza) {
      String rhymes = stanza.text("rhymes");
      if (!rhymes.matches("[A-Z-]{1,40}")) {
        throw stanza.wrong(
            "rhymes",
            "is '" + YamlSection.shortened(rhymes) + "', but has to be letters A-Z and '-'");
      }
      List<OptionalInt> syllables = syllables(stanza, rhymes.length());
      List<Optional<Metre>> metres = StanzaMetre.read(stanza, syllables);
      var lines = new ArrayList<LineShape>();
      for (int i = 0; i < rhymes.length(); i++) {
        lines.add(
            new LineShape(syllables.get(i), rhymes.charAt(i), metres.get(i), OptionalInt.empty()));
      }
      return lines;
    }
  }

  /** One count a line, empty if the form does not count. */
  private static List<OptionalInt> syllables(YamlSection stanza, int lines) {
    if (!stanza.has("syllables")) {
      return Collections.nCopies(lines, OptionalInt.empty());
    }
    List<Integer> counts =
        stanza.isList("syllables")
            ? stanza.integers("syllables", 1, 30)
            : Collections.nCopies(lines, stanza.integer("syllables", 1, 30));
    if (counts.size() != lines) {
      throw stanza.wrong("syllables", "has to name as many lines as 'rhymes', " + lines);
    }
    return counts.stream().map(OptionalInt::of).toList();
  }
}
