package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void aTextIsPartedBetweenStanzasFirst() {
    assertEquals(List.of("one\ntwo", "three\nfour"), Texts.parts("one\ntwo\n\nthree\nfour", 12));
  }

  @Test
  void thenBetweenLinesThenBetweenWords() {
    assertEquals(List.of("one two", "three"), Texts.parts("one two\nthree", 9));
    assertEquals(List.of("one", "two", "three"), Texts.parts("one two three", 5));
  }

  @Test
  void anIndentStays() {
    assertEquals(List.of("one", "  two"), Texts.parts("one\n\n  two", 6));
  }

  @Test
  void noCharacterIsCutInHalf() {
    List<String> parts = Texts.parts("🌙".repeat(10), 5);
    assertTrue(parts.stream().allMatch(part -> part.length() == 4));
    assertEquals("🌙".repeat(10), String.join("", parts));
  }

  @Test
  void partsAreAtMostAsLongAsTelegramTakes() {
    String poem = "a line of some length & more <of> it\n".repeat(400);
    for (Rendered piece : Rendered.of(poem, "footer", Texts.LONGEST_TEXT)) {
      assertTrue(piece.plain().length() <= 4096, piece.plain().length() + "");
    }
    assertEquals(4096, Texts.LONGEST_TEXT);
    assertEquals(1024, Texts.LONGEST_CAPTION);
  }

  @Test
  void aFooterThatDoesNotFitIsAMessageOfItsOwn() {
    List<Rendered> pieces = Rendered.of("x".repeat(4090), "footer", Texts.LONGEST_TEXT);
    assertEquals("<i>footer</i>", pieces.get(1).html());
  }

  /** Found by fuzzing: the title of an inline poem ended within an emoji. */
  @Test
  void aBeginningDoesNotEndWithinACharacter() {
    assertEquals("a🌙", Texts.beginning("a🌙🌙", 4));
    assertEquals("a🌙🌙", Texts.beginning("a🌙🌙", 5));
    assertEquals("a", Texts.beginning("abc", 1));
  }
}
