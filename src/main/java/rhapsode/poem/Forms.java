package rhapsode.poem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import rhapsode.wording.Phrase;
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
    return new Forms(FormsFile.read(document));
  }

  /**
   * A form made from a rhyme scheme such as {@code ABAB/8}, {@code ABAB CDCD/10 iambic}, {@code
   * AABBA/8,8,5,5,8}, {@code ---/5,7,5} or {@code AABB}; {@link Scheme} has the grammar.
   *
   * @throws IllegalArgumentException if the text is no scheme; the message is a sentence for the
   *     asker
   */
  public static Form scheme(String text) {
    return Scheme.read(text);
  }

  /** The form of a name, in any case. */
  public Optional<Form> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return all.stream().filter(form -> form.name().equals(wanted)).findFirst();
  }

  /** The form that somebody asks for by a name or a scheme. */
  public Finding find(String text) {
    Optional<Form> named = named(text);
    if (named.isPresent()) {
      return new Finding.Found(named.get());
    }
    if (!Scheme.isMeant(text)) {
      return new Finding.Nothing(
          Phrase.of(
              "form.unknown",
              SchemeException.shortened(text),
              all.stream().map(Form::name).collect(Collectors.joining(", "))));
    }
    try {
      return new Finding.Found(Scheme.read(text));
    } catch (SchemeException e) {
      return new Finding.Nothing(e.sentence());
    }
  }

  /** The form taken when none is asked for. */
  public Form standard() {
    return all.get(0);
  }
}
