package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.yaml.YamlException;
import rhapsode.yaml.YamlFile;

class FormsTest {
  private static final Forms FORMS = Forms.load();

  @Test
  void theCatalogueHoldsTheWellKnownForms() {
    assertEquals("quatrain", FORMS.standard().name());
    assertEquals(
        List.of(5, 7, 5),
        FORMS.named("Haiku").orElseThrow().lines().stream()
            .map(line -> line.syllables().getAsInt())
            .toList());
    Form sonnet = FORMS.named(" sonnet ").orElseThrow();
    assertEquals(14, sonnet.lines().size());
    assertEquals(4, sonnet.stanzas().size());
    assertTrue(FORMS.named("epic").isEmpty());
    assertTrue(FORMS.named("free").orElseThrow().lines().get(0).syllables().isEmpty());
  }

  @Test
  void everyRhymeHasAPartner() {
    for (Form form : FORMS.all()) {
      for (LineShape line : form.lines()) {
        long same = form.lines().stream().filter(other -> other.rhyme() == line.rhyme()).count();
        assertTrue(!line.rhymes() || same > 1, form.name() + " " + line);
      }
    }
  }

  @Test
  void aMalformedCatalogueIsOneSentence() {
    assertEquals(
        "f.yml: the key 'forms[0].stanzas[0].rhymes' is 'AB1', but has to be letters A-Z and '-'.",
        fault("AB1", "8"));
    assertEquals(
        "f.yml: the key 'forms[0].stanzas[0].syllables' is '99', but has to be a whole number from 1 to 30.",
        fault("AABB", "99"));
    assertEquals(
        "f.yml: the key 'forms[0].stanzas[0].syllables' has to name as many lines as 'rhymes', 4.",
        fault("AABB", "[8, 6]"));
    String endless = fault("AA", "2, metre: [wS, " + "w".repeat(9999) + "]");
    assertTrue(endless.contains("for a line, but that has to be 2 of 'w' and 'S'"), endless);
    assertTrue(endless.length() < 300, endless);
  }

  private static String fault(String rhymes, String syllables) {
    String yaml =
        "forms: [{name: x, stanzas: [{rhymes: %s, syllables: %s}]}]".formatted(rhymes, syllables);
    return assertThrows(YamlException.class, () -> Forms.read(YamlFile.parse(yaml, "f.yml")))
        .getMessage();
  }
}
