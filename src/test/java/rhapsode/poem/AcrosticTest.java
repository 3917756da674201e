package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcrosticTest {
  private static final Forms FORMS = Forms.load();
  private static final Form ACROSTIC = FORMS.named("acrostic").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "moon | moon | AABB",
        "Silver | silver | AABBCC",
        "moonlight | moonlight | AABBCCDD-",
        "o | o | -",
        "ox | ox | AA",
        "silver moon | silver moon | AABBCC DDEE",
        "a fox | a fox | - AA-",
        "Don’t go | dont go | AABB CC",
        "first-light | first light | AABB- CCDD-",
        "naïve Café, 42! | naive cafe | AABB- CCDD",
        "луна | луна | AABB",
        "the silver moon and the river | the silver moon | AA- BBCCDD EEFF",
        "antidisestablishmentarianism | antidisestabli | AABBCCDDEEFFGG",
        "a antidisestablishmentarianism | a | -"
      })
  void aLineForEachLetterAndAStanzaForEachWord(String seed, String letters, String rhymes) {
    Form form = ACROSTIC.spelling(seed).orElseThrow();
    assertEquals(letters, shown(form, AcrosticTest::initial));
    assertEquals(rhymes, shown(form, line -> String.valueOf(line.rhyme())));
    assertEquals("acrostic", form.name());
    for (LineShape line : form.lines()) {
      assertEquals("wSwSwSwS", line.metre().orElseThrow().pattern());
    }
  }

  private static String initial(LineShape line) {
    return Character.toString(line.initial().orElseThrow());
  }

  private static String shown(Form form, Function<LineShape, String> letter) {
    return form.stanzas().stream()
        .map(stanza -> stanza.stream().map(letter).collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "🌙", " ", "", "--"})
  void whatHasNoLetterCannotBeSpelled(String seed) {
    assertTrue(ACROSTIC.spelling(seed).isEmpty());
  }

  @Test
  void aFormThatSpellsNothingIsTheSameForEverySeed() {
    for (Form form : FORMS.all()) {
      assertEquals(form.spelled() ? Optional.empty() : Optional.of(form), form.spelling("🌙"));
    }
    Form spelled = ACROSTIC.spelling("moon").orElseThrow();
    assertSame(spelled, spelled.spelling("river").orElseThrow());
  }

  @Test
  void aPatternWithoutRhymesStaysWithoutThem() {
    var haiku = FORMS.named("haiku").orElseThrow().stanzas();
    var form = new Form("spelt", haiku, true).spelling("moon").orElseThrow();
    assertEquals("----", shown(form, line -> String.valueOf(line.rhyme())));
    assertEquals(
        List.of(5, 7, 5, 5),
        form.lines().stream().map(line -> line.syllables().getAsInt()).toList());
  }
}
