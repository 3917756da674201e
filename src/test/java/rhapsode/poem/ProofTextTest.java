package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rhapsode.prosody.Prosody;

/** What people are shown of a proof, character by character. */
class ProofTextTest {
  private static final Forms FORMS = Forms.load();
  private static final Prover PROVER = new Prover(Prosody.load());

  private static String text(Form form, String... lines) {
    return ProofText.of(PROVER.prove(form, Stream.of(lines).map(Line::new).toList()));
  }

  private static Form form(String name) {
    return FORMS.named(name).orElseThrow();
  }

  @Test
  void aPoemThatKeepsItsForm() {
    assertEquals(
        """
        1  8/8 syllables  wSwSwSwS  rhymes with 3 (light : night)
        2  8/8 syllables  wSwSwSwS  rhymes with 4 (rain : pane)
        3  8/8 syllables  wSwSwSwS  rhymes with 1 (night : light)
        4  8/8 syllables  wSwSwSwS  rhymes with 2 (pane : rain)
        Every line keeps the form.""",
        text(
            form("quatrain"),
            "The moon has left her silver light",
            "Upon the roof that waits for rain;",
            "The river wanders through the night",
            "And never leaves the window pane."));
  }

  @Test
  void whatALineMissesIsSaid() {
    assertEquals(
        """
        1  9/8 syllables  wSwwSwwSS  rhymes with 2 (light : night)
        2  8/8 syllables  wSwSwSwS   rhymes with 1 (night : light)
        3  8/8 syllables  wSwSwSwS
        4  8/8 syllables  wSwSwSwS   no rhyme with 3 (rain : rain)
        Line 1 has 9 syllables; the form asks for 8.
        Line 1 stresses 'computer' on a weak beat.
        Line 4 repeats the end of line 3 (rain : rain).""",
        text(
            form("couplets"),
            "The good old computer hides the light",
            "Upon the roof across the night;",
            "I count the roofs, I count the rain,",
            "And then begin to count the rain."));
  }

  @Test
  void eachKindOfMissedRhymeIsNamed() {
    Form form = Forms.scheme("AAAA");
    assertEquals(
        """
        1  1 syllable
        2  1 syllable   no rhyme with 1 (love : move)
        3  1 syllable   no rhyme with 1 (stone : move)
        4  0 syllables  no rhyme with 1 (no word : move)
        Line 2 only nearly rhymes with line 1 (love : move).
        Line 3 does not rhyme with line 1 (stone : move).
        Line 3 does not rhyme with line 2 (stone : love).
        Line 4 does not rhyme with line 1 (no word : move).
        Line 4 does not rhyme with line 2 (no word : love).
        Line 4 does not rhyme with line 3 (no word : stone).""",
        text(form, "Move", "love", "stone", "🌙"));
    assertEquals(
        "Line 2 sounds the same as line 1 at the end (sea : see).",
        text(Forms.scheme("AA"), "I see", "the sea").lines().toList().get(2));
  }

  @Test
  void anAcrosticShowsItsLetters() {
    Form spelled = form("acrostic").spelling("ox").orElseThrow();
    assertEquals(
        """
        1  8/8 syllables  wSwSwSwS  begins with o  rhymes with 2 (light : night)
        2  8/8 syllables  wSwSwSwS  begins with a  rhymes with 1 (night : light)
        Line 2 begins with a; the form asks for x.""",
        text(spelled, "Of moon and stars and silver light", "Across the dark and windy night"));
  }

  @Test
  void whereNothingIsAskedOnlySyllablesAreShown() {
    assertEquals(
        "1  4 syllables\n2  1 syllable\nEvery line keeps the form.",
        text(form("free"), "Anything else", "goes"));
    assertEquals("1  5/5 syllables", text(form("haiku"), "The kettle whispers").split("\n")[0]);
    assertEquals("Every line keeps the form.", ProofText.of(new FormProof(List.of())));
    assertFalse(text(form("haiku"), "x").contains("no rhyme"));
  }
}
