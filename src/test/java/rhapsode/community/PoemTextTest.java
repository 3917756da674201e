package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoemTextTest {
  @Test
  void normalisesLineBreaks() {
    assertEquals("a\nb\nc\nd\ne", PoemText.clean("a\r\nb\rc\u0085d\u2028e"));
    assertEquals("a\n\nb", PoemText.clean("a\u2029b"));
  }

  @Test
  void keepsOneEmptyLineBetweenStanzasAndNoneAround() {
    assertEquals("a\n\nb", PoemText.clean("\n \n\na\n\t\n  \n\nb\n\n"));
  }

  @Test
  void takesTrailingBlanksAndKeepsIndentation() {
    assertEquals("  a b\n c", PoemText.clean("\u00A0\ta\u3000b \t\n c\u2009"));
  }

  @Test
  void composes() {
    assertEquals("caf\u00E9", PoemText.clean("cafe\u0301"));
    assertEquals("caf\u00E9", PoemText.clean("cafe\u200B\u0301"));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x7, 0x1B, 0x7F, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D,
        0x200E, 0x202E, 0x2060, 0x2066, 0x2800, 0x3164, 0xD800, 0xDC00, 0xE000, 0xFDD0, 0xFE0F,
        0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF, 0xE0041, 0xE0100, 0x10FFFF
      })
  void takesWhatNobodySees(int point) {
    assertEquals("moon", PoemText.clean("mo" + Character.toString(point) + "on"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧", "❤️", "1️⃣", "🧑🏽‍🚀", "🏳️‍🌈", "🫠", "↔️", "🇫🇷"})
  void keepsEmojiWhole(String emoji) {
    assertEquals("a " + emoji + " b", PoemText.clean("a " + emoji + " b"));
  }

  @Test
  void cutsStackedMarks() {
    assertEquals("x" + "\u0316".repeat(4), PoemText.clean("x" + "\u0316".repeat(500)));
  }

  @Test
  void putsATitleOnOneLine() {
    assertEquals("To the moon", PoemText.cleanTitle(" To\r\n\n the \u200B  moon\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "The Moon, ' the  moon '",
    "straße, STRASSE",
    "caf\u00E9, CAFE\u0301",
    "ﬁre, FI RE",
    "mo\u200Bon, moon",
  })
  void sameWhateverBlanksAndCase(String one, String other) {
    assertEquals(PoemText.key(one), PoemText.key(other));
  }

  @Test
  void differentWordsDiffer() {
    assertNotEquals(PoemText.key("the moon"), PoemText.key("the noon"));
  }

  @Test
  void cleaningTwiceChangesNothing() {
    int[] alphabet =
        "ab \n\r\t\u200B\u200D\uFE0F\u0301\u0316\u00A0\u2028\u2029\u0085é👩❤\u2800"
            .codePoints()
            .toArray();
    Random random = new Random(42);
    for (int i = 0; i < 5000; i++) {
      int[] points = random.ints(12, 0, alphabet.length).map(at -> alphabet[at]).toArray();
      String once = PoemText.clean(new String(points, 0, points.length));
      assertEquals(once, PoemText.clean(once));
    }
  }
}
