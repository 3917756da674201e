package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

/** The forms as they come with the program, and what is said of a file that is none. */
class CatalogueTest {
  static final List<Form> FORMS = Forms.load().all();

  @ParameterizedTest
  @FieldSource("FORMS")
  void everyFormIsWellFormed(Form form) {
    assertTrue(form.lines().size() <= 20, "too long for a chat");
    assertEquals(1, FORMS.stream().filter(f -> f.name().equals(form.name())).count());
    for (LineShape line : form.lines()) {
      long rhyming = form.lines().stream().filter(l -> l.rhyme() == line.rhyme()).count();
      assertTrue(!line.rhymes() || rhyming > 1, "nothing rhymes with " + line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "free, ---- ----, '', ''",
    "couplets, AABB, 8 8 8 8, wSwSwSwS",
    "quatrain, ABAB, 8 8 8 8, wSwSwSwS",
    "envelope, ABBA, 8 8 8 8, wSwSwSwS",
    "haiku, ---, 5 7 5, ''",
    "tanka, -----, 5 7 5 7 7, ''",
    "ballad, -A-A -B-B, 8 6 8 6 8 6 8 6, wSwSwSwS wSwSwS",
    "limerick, AABBA, 8 8 5 5 8, wSwwSwwS wSwwS",
    "sonnet, ABAB CDCD EFEF GG, 10 10 10 10 10 10 10 10 10 10 10 10 10 10, wSwSwSwSwS",
    "acrostic, AABB, 8 8 8 8, wSwSwSwS"
  })
  void theKnownFormsHaveTheirShapes(String name, String rhymes, String syllables, String metres) {
    Form form = Forms.load().named(name).orElseThrow();
    assertEquals(
        rhymes,
        form.stanzas().stream().map(CatalogueTest::letters).collect(Collectors.joining(" ")));
    assertEquals(
        syllables,
        form.lines().stream()
            .map(LineShape::syllables)
            .filter(OptionalInt::isPresent)
            .map(count -> String.valueOf(count.getAsInt()))
            .collect(Collectors.joining(" ")));
    assertEquals(
        metres,
        form.lines().stream()
            .flatMap(line -> line.metre().stream())
            .map(Metre::pattern)
            .distinct()
            .collect(Collectors.joining(" ")));
    assertEquals(name.equals("acrostic"), form.spelled());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "forms: []|forms",
        "forms: [{name: ode, stanzas: []}]|stanzas",
        "forms: [{name: ode, stanzas: [{rhymes: AA, metre: iamb}]}]|metre",
        "forms: [{name: Ode 1, stanzas: [{rhymes: AA}]}]|Ode 1",
        "forms: [{name: ode, stanzas: [{rhymes: aa}]}]|aa",
        "forms: [{name: ode, stanzas: [{rhymes: AA, syllables: many}]}]|many",
        "forms: [{name: ode, colour: red, stanzas: [{rhymes: AA}]}]|colour",
        "forms: [{name: ode, stanzas: [{rhymes: AB}]}]|'A'",
        "forms: [{name: ode, stanzas: [{rhymes: AA, metre: iambic}]}]|syllables",
        "forms: [{name: ode, stanzas: [{rhymes: AA, syllables: 2, metre: x}]}]|x",
        "forms: [{name: ode, stanzas: [{rhymes: AA, syllables: 2, metre: [wS]}]}]|2",
        "forms: [{name: ode, stanzas: [{rhymes: AA, syllables: 2, metre: [wS, Sww]}]}]|Sww",
        "forms: [{name: ode, stanzas: [{rhymes: AA, syllables: 2, metre: [wS, sw]}]}]|sw",
        "forms: [{name: ode, spelled: true, stanzas: [{rhymes: AA}, {rhymes: BB}]}]|spelled",
        "forms: [{name: ode, spelled: perhaps, stanzas: [{rhymes: AA}]}]|perhaps",
        "epics: []|forms"
      })
  void aFaultyFileIsToldInOneSentence(String yaml, String named) {
    String said =
        assertThrows(YamlException.class, () -> Forms.read(YamlFile.parse(yaml, "f.yml")))
            .getMessage();
    assertTrue(said.contains("f.yml") && said.contains(named), said);
    assertFalse(said.contains("\n"), said);
  }

  @Test
  void theSameNameTwiceIsAFault() {
    String ode = "{name: ode, stanzas: [{rhymes: AA}]}";
    String said =
        assertThrows(
                YamlException.class,
                () -> Forms.read(YamlFile.parse("forms: [" + ode + "," + ode + "]", "f.yml")))
            .getMessage();
    assertTrue(said.contains("ode"), said);
  }

  private static String letters(List<LineShape> stanza) {
    return stanza.stream().map(l -> String.valueOf(l.rhyme())).collect(Collectors.joining());
  }
}
