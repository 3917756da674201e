package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rhapsode.language.Detokenizer;
import rhapsode.language.Tokenizer;
import rhapsode.poem.Form;
import rhapsode.poem.FormProof;
import rhapsode.poem.Forms;
import rhapsode.poem.Line;
import rhapsode.poem.Prover;
import rhapsode.prosody.Prosody;

class StarterCorpusTest {
  private static final List<String> POEMS = StarterCorpus.poems();

  @Test
  void holdsAtLeastAHundredAndFiftyDifferentPoems() {
    assertTrue(POEMS.size() >= 150, "only " + POEMS.size());
    List<String> lines =
        POEMS.stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    assertEquals(lines.size(), lines.stream().distinct().count());
    assertTrue(lines.stream().allMatch(line -> line.matches("[A-Za-z ,.;:!?'()-]+")));
  }

  @Test
  void everyPoemSurvivesTheRoundTripButForItsCapitals() {
    for (String poem : POEMS) {
      assertEquals(
          poem.toLowerCase(java.util.Locale.ROOT),
          Detokenizer.poem(Tokenizer.poem(poem)).toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void theHaikuAreHaiku() {
    Form haiku = Forms.load().named("haiku").orElseThrow();
    var prover = new Prover(Prosody.load());
    List<FormProof> proofs =
        POEMS.stream()
            .filter(poem -> poem.lines().count() == 3)
            .map(poem -> prover.prove(haiku, poem.lines().map(Line::new).toList()))
            .toList();
    long held = proofs.stream().filter(FormProof::holds).count();
    assertTrue(proofs.size() >= 40);
    assertTrue(
        held >= 0.9 * proofs.size(),
        () ->
            proofs.stream()
                .filter(proof -> !proof.holds())
                .map(FormProof::toString)
                .collect(Collectors.joining("\n")));
  }
}
