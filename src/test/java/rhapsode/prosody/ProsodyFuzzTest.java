package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;

/** Nonsense, pronounced. */
class ProsodyFuzzTest {
  private static final int TEXTS = Fuzz.count("texts", 200);
  private static final String LETTERS = "aaeeiioouuybcdfghjklmnpqrstvwxz'-0123";

  private final Prosody prosody = Prosody.load();

  @Test
  void anyTextHasASound() {
    Fuzz.of("prosody", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              List<String> words = prosody.words(text);
              int syllables = prosody.syllables(text);
              assertEquals(words.stream().mapToInt(prosody::syllables).sum(), syllables);
              assertEquals(syllables, prosody.stresses(text).size());
              assertEquals(syllables, prosody.of(text).syllables());
              assertTrue(prosody.agreement(text) == Agreement.NONE || prosody.knows(text));
              prosody.endWord(text).ifPresent(word -> prosody.rhyme(text, word));
            });
  }

  @Test
  void aWordOfLettersHasASyllable() {
    Fuzz.of("nonsense words", ProsodyFuzzTest::nonsense, Shrinker.text())
        .run(
            TEXTS,
            word -> {
              assertTrue(prosody.syllables(word) >= 1, word);
              assertEquals(
                  prosody.rhyme(word, "moon"), prosody.rhyme("moon", word), "either way round");
            });
  }

  private static String nonsense(Random random) {
    var word = new StringBuilder("x");
    for (int i = random.nextInt(random.nextInt(50) == 0 ? 500 : 14); i > 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
