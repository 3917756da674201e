package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseHashTest {
  @Test
  void wordsRunOnAcrossLinesWithoutPunctuation() {
    assertEquals(
        List.of("o'er", "the", "sea", "'tis", "late", "i", "know"),
        Words.of("O'er the sea --\n\n'Tis late, I know!"));
    assertEquals(List.of(), Words.of("-- ... !\n"));
  }

  @Test
  void aPhraseIsItsWordsInTheirOrder() {
    long[] words = PhraseHash.poem("the sea, the sea, the open");
    assertEquals(PhraseHash.of(words, 0, 2), PhraseHash.of(words, 2, 2));
    assertNotEquals(PhraseHash.of(words, 0, 2), PhraseHash.of(words, 1, 2));
    assertEquals(
        PhraseHash.of(words, 0, 3), PhraseHash.append(PhraseHash.of(words, 0, 2), words[2]));
    assertNotEquals(PhraseHash.of(words, 0, 2), PhraseHash.of(words, 0, 3));
  }

  @Test
  void shortWordsDoNotCollide() {
    var seen = new HashSet<Long>();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        for (char c = 'a'; c <= 'z'; c++) {
          seen.add(PhraseHash.word("" + a + b + c));
        }
      }
    }
    assertEquals(26 * 26 * 26, seen.size());
  }

  /** Files hold these numbers. If this fails, the version of {@link PhraseIndex} has to rise. */
  @Test
  void theArithmeticIsThatOfTheFiles() {
    assertEquals(4421284048081588574L, PhraseHash.word("moon"));
    assertEquals(-1218138674484650966L, PhraseHash.of(PhraseHash.poem("the moon is up"), 0, 4));
  }
}
