package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTest {
  private static final Forms FORMS = Forms.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ABAB/8 | ABAB/8 | ABAB | 8 8 8 8",
        "abab / 8 | ABAB/8 | ABAB | 8 8 8 8",
        "AABBA/8,8,5,5,8 | AABBA/8,8,5,5,8 | AABBA | 8 8 5 5 8",
        "ABCB DEFE/8,6,8, 6 | ABCB DEFE/8,6,8,6 | -A-A -B-B | 8 6 8 6 8 6 8 6",
        "---/5,7,5 | ---/5,7,5 | --- | 5 7 5",
        "xAxA/7 | XAXA/7 | -A-A | 7 7 7 7",
        "AABB | AABB | AABB | ''",
        "aa  bb | AA BB | AA BB | ''",
        "BABA/4 | BABA/4 | ABAB | 4 4 4 4",
        "sonnet/10 | SONNET/10 | --AA-- | 10 10 10 10 10 10",
        "-/20 | -/20 | - | 20"
      })
  void aSchemeIsAForm(String text, String name, String rhymes, String syllables) {
    Form form = Forms.scheme(text);
    assertEquals(name, form.name());
    assertEquals(rhymes, rhymes(form));
    assertEquals(
        syllables,
        form.lines().stream()
            .flatMapToInt(line -> line.syllables().stream())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" ")));
    assertEquals(new Finding.Found(form), FORMS.find(text));
    assertEquals(form, Forms.scheme(name));
  }

  private static String rhymes(Form form) {
    return form.stanzas().stream()
        .map(
            stanza ->
                stanza.stream()
                    .map(line -> String.valueOf(line.rhyme()))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aSchemeMayHaveAMetre() {
    Form form = Forms.scheme("ABAB CC/10 Iambic");
    assertEquals("ABAB CC/10 iambic", form.name());
    assertEquals("wSwSwSwSwS", form.lines().get(5).metre().orElseThrow().pattern());
    assertEquals(
        FORMS.named("limerick").orElseThrow().stanzas(),
        Forms.scheme("AABBA/8,8,5,5,8 anapestic").stanzas());
    assertTrue(Forms.scheme("AABB/8").lines().get(0).metre().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ABAB/ | no syllables stand behind the '/'",
        "/8 | it has 0 lines, and may have 1 to 40",
        "ABAB/0 | '0' is no number of syllables from 1 to 20",
        "ABAB/21 | '21' is no number of syllables from 1 to 20",
        "ABAB/-8 | '-8' is no number of syllables from 1 to 20",
        "ABAB/eight | 'eight' is no number of syllables from 1 to 20",
        "ABAB/8,,8 | '' is no number of syllables from 1 to 20",
        "ABAB/99999999999 | '99999999999' is no number of syllables from 1 to 20",
        "ABAB/8,6 | it counts the syllables of 2 lines, but the stanza ABAB has 4",
        "ABAB CC/8,6,8,6 | it counts the syllables of 4 lines, but the stanza CC has 2",
        "A1B1/8 | 'A1B1' has more than letters and '-' in it",
        "ÄÄ/8 | 'ÄÄ' has more than letters and '-' in it",
        "ABAB/8/6 | '8/6' is no number of syllables from 1 to 20",
        "ABAB/8 iambick | 'iambick' is no metre, but iambic, trochaic, anapestic, dactylic,"
            + " amphibrachic are",
        "ABAB/8 iambic please | 'please' stands behind syllables and metre"
      })
  void whatIsNoSchemeIsOneSentenceWithAnExample(String text, String why) {
    String sentence =
        "'"
            + text
            + "' is no rhyme scheme: "
            + why
            + "; write one like ABAB/8 or ABAB CC/10 iambic.";
    assertEquals(sentence, nothing(text));
    assertEquals(
        sentence,
        assertThrows(IllegalArgumentException.class, () -> Forms.scheme(text)).getMessage());
  }

  @Test
  void thereIsAnEndToLinesAndToCharacters() {
    assertEquals(40, Forms.scheme("AB".repeat(20) + "/8").lines().size());
    assertTrue(nothing("A".repeat(41) + "/8").contains("it has 41 lines, and may have 1 to 40"));
    String endless = nothing("A/" + "8,".repeat(100_000));
    assertTrue(endless.contains("it has more than 250 characters"), endless);
    assertTrue(endless.length() < 200, endless);
  }

  @Test
  void everyRhymeOfTheLongestSchemeHasALetter() {
    var scheme = new StringBuilder();
    for (char letter = 'A'; letter < 'A' + 20; letter++) {
      scheme.append(letter).append(letter);
    }
    Form form = Forms.scheme(scheme.toString());
    assertEquals(20, form.lines().stream().map(LineShape::rhyme).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"villanelle", "haikoo", "BABA", "", "quatrain 8", "🌙", "free verse", "ABD"})
  void whatLooksLikeANameIsNoScheme(String text) {
    assertEquals(
        "There is no form '"
            + text
            + "'; there are quatrain, couplets, envelope, ballad, haiku, tanka, limerick, sonnet,"
            + " acrostic, free, and rhyme schemes such as ABAB/8.",
        nothing(text));
  }

  @Test
  void aNameGoesBeforeAScheme() {
    assertEquals(new Finding.Found(FORMS.standard()), FORMS.find(" Quatrain "));
  }

  private static String nothing(String text) {
    return assertInstanceOf(Finding.Nothing.class, FORMS.find(text)).sentence().english();
  }
}
