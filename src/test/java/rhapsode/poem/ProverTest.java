package rhapsode.poem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rhapsode.prosody.Prosody;
import rhapsode.prosody.Rhyme;

class ProverTest {
  private static final Forms FORMS = Forms.load();
  private static final Prover PROVER = new Prover(Prosody.load());

  @Test
  void aHaikuIsProvedLineByLine() {
    FormProof proof =
        prove("haiku", "The kettle whispers", "to a window full of rain", "and the cat, and me.");
    assertTrue(proof.holds(), proof.toString());
    assertEquals(7, proof.lines().get(1).syllables());
    assertEquals("rain", proof.lines().get(1).endWord());
  }

  @Test
  void aLineTooLongIsFound() {
    FormProof proof = prove("haiku", "The kettle whispers again", "to a window full of rain", "x");
    assertFalse(proof.holds());
    assertFalse(proof.lines().get(0).holds());
    assertEquals(OptionalInt.of(5), proof.lines().get(0).asked());
  }

  @Test
  void rhymesNameTheirPartnersAndRepeatsAreNoRhymes() {
    FormProof proof =
        prove(
            "couplets",
            "The moon has left her silver light",
            "On every roof across the night;",
            "I count the roofs, I count the rain,",
            "And then begin to count the rain.");
    assertEquals(OptionalInt.of(0), proof.lines().get(1).partner());
    assertTrue(proof.lines().get(1).rhymes());
    assertTrue(proof.lines().get(2).partner().isEmpty());
    assertFalse(proof.lines().get(3).rhymes());
    assertFalse(proof.holds());
  }

  @Test
  void aLineRhymesWithAllBeforeItOfItsLetterAndNamesTheNearest() {
    FormProof proof =
        prove(
            "limerick",
            "An old man who lived by the bay",
            "Would sing to the gulls every day;",
            "He sang of the sea,",
            "Of you and of me,",
            "And then he would carry the bay.");
    assertEquals(OptionalInt.of(1), proof.lines().get(4).partner());
    assertFalse(proof.lines().get(4).rhymes(), "bay stands at the end of line 1 already");
    assertTrue(proof.lines().get(3).rhymes());
  }

  @Test
  void homophonesAndSilentEndsAreNoRhymes() {
    FormProof proof =
        prove("couplets", "We sailed out on the sea", "To see what we could see", "🌙", "🌙");
    assertFalse(proof.lines().get(1).rhymes());
    assertEquals("", proof.lines().get(3).endWord());
    assertFalse(proof.lines().get(3).rhymes());
  }

  @Test
  void endWordsAreBareOfMarksAndElisionsCountAsSpoken() {
    FormProof proof =
        prove("couplets", "O’er heav’n’s wide star-lit floor!”", "He 'looked' (more)");
    assertEquals("floor", proof.lines().get(0).endWord());
    assertEquals(6, proof.lines().get(0).syllables());
    assertEquals("more", proof.lines().get(1).endWord());
    assertTrue(proof.lines().get(1).rhymes());
  }

  @Test
  void freeVerseHoldsWhateverItsLines() {
    assertTrue(prove("free", "Anything", "at all, 🌙 even this").holds());
  }

  @Test
  void aClashWithTheMetreIsFound() {
    FormProof proof =
        prove(
            "couplets",
            "The moon has left her silver light",
            "Upon the roof across the night;",
            "Under the river and the rain",
            "I count the windows of the train.");
    assertTrue(proof.lines().get(0).metrical());
    assertEquals("0 1 1 1 0 10 1", proof.lines().get(0).stresses());
    assertEquals("wSwSwSwS", proof.lines().get(2).metre().orElseThrow().pattern());
    assertFalse(proof.lines().get(2).metrical());
    assertFalse(proof.lines().get(2).holds());
    assertTrue(proof.lines().get(3).holds(), proof.lines().get(3).toString());
  }

  @Test
  void everyPairOfARhymeIsKept() {
    FormProof proof = PROVER.prove(Forms.scheme("AAA"), lines("the bay", "a day", "the bay"));
    assertEquals(
        List.of(
            new FormProof.Partner(0, "bay", Rhyme.IDENTICAL),
            new FormProof.Partner(1, "day", Rhyme.PERFECT)),
        proof.lines().get(2).partners());
  }

  @Test
  void anAcrosticIsProvedByItsLetters() {
    Form spelled = FORMS.named("acrostic").orElseThrow().spelling("ox").orElseThrow();
    FormProof proof =
        PROVER.prove(
            spelled,
            lines("Of moon and stars and silver light", "Across the dark and windy night"));
    assertTrue(proof.lines().get(0).holds(), proof.toString());
    assertEquals(OptionalInt.of('x'), proof.lines().get(1).initial());
    assertFalse(proof.lines().get(1).begins());
    assertFalse(proof.holds());
  }

  @Test
  void linesBeyondTheFormAreProvedAgainstNone() {
    FormProof proof = prove("haiku", "x", "x", "x", "Anything at all");
    assertTrue(proof.lines().get(3).holds());
  }

  private static FormProof prove(String form, String... lines) {
    return PROVER.prove(FORMS.named(form).orElseThrow(), lines(lines));
  }

  private static List<Line> lines(String... lines) {
    return Stream.of(lines).map(Line::new).toList();
  }
}
