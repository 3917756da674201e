package rhapsode.prosody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertaintyTest {
  private static final Prosody PROSODY = Prosody.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "moon",
        "night",
        "river",
        "tomorrow",
        "remember",
        "moonlight",
        "beautiful",
        "nightingale",
        "going",
        "flying",
        "star's",
        "singing",
        "the",
        "i",
        "melancholy",
        "imagination",
        "don't",
        "churches",
        "happily",
        "thee",
        "calling",
        "o",
        "it's",
        "silver light",
        "i'm",
        "i'll",
        "you've",
        "didn't",
        "fling",
        "heart's"
      })
  void whatAllSayAlikeIsCertain(String text) {
    assertNotEquals(Agreement.NONE, PROSODY.agreement(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heaven",
        "fire",
        "hour",
        "flower",
        "every",
        "power",
        "being",
        "poem",
        "quiet",
        "violet",
        "different",
        "wandering",
        "memory",
        "glorious",
        "cruel",
        "lion",
        "traveler",
        "opening",
        "trembling",
        "finally",
        "chasm",
        "rhythm",
        "present",
        "o'er",
        "heav'n",
        "look'd",
        "snorgle",
        "moon-lit",
        "heaven's",
        "silent fire",
        "7",
        "🌙",
        "",
        "desire",
        "x",
        "spire",
        "lyre",
        "they'd've"
      })
  void whatVariesIsNot(String text) {
    assertEquals(Agreement.NONE, PROSODY.agreement(text));
  }

  @Test
  void aRhymeAsksForMore() {
    assertEquals(Agreement.RHYME, PROSODY.agreement("the silent moon"));
    assertEquals(Agreement.NONE, PROSODY.agreement("a silent fire, a stone"));
    assertEquals(Agreement.METRE, PROSODY.agreement("the wind"));
    assertEquals(Agreement.METRE, PROSODY.agreement("again"));
  }

  @Test
  void functionWordsLean() {
    assertTrue(PROSODY.isFunctionWord("the"));
    assertTrue(PROSODY.isFunctionWord("'tis"));
    assertFalse(PROSODY.isFunctionWord("moon"));
    assertFalse(PROSODY.isFunctionWord("not"));
  }

  @Test
  void aLineIsItsSyllables() {
    assertEquals(
        List.of(
            new Syllable(Stress.NONE, true, true),
            new Syllable(Stress.PRIMARY, false, false),
            new Syllable(Stress.NONE, false, false),
            new Syllable(Stress.PRIMARY, true, false)),
        PROSODY.stresses("The silver moon 🌙!"));
  }
}
