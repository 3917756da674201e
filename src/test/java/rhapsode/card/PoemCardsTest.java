package rhapsode.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoemCardsTest {
  private static final PoemCards CARDS = PoemCards.load().orElseThrow();
  private static final String LINE = "The ferry hums across the silver bay,";

  private static CardText text(String subject, String... lines) {
    return new CardText(subject, "quatrain", "small", List.of(List.of(lines)));
  }

  private static CardText many(int lines) {
    return new CardText("tide", "free", "small", List.of(Collections.nCopies(lines, LINE)));
  }

  static Stream<CardText> texts() {
    List<String> four = Collections.nCopies(4, LINE);
    return Stream.of(
        text("rain", "Rain upon the roof,", "a lamp, a book, and the sound", "of somebody's steps"),
        text("rain", LINE, LINE, LINE, LINE),
        new CardText("tide", "sonnet", "small", List.of(four, four, four, four.subList(0, 2))),
        many(40),
        new CardText(
            "tide",
            "-/8",
            "small",
            Collections.nCopies(40, List.of("The ferry hums across the bay now"))),
        text("long", "gulls and " + "wings ".repeat(32)),
        text("long", "w".repeat(200)),
        text("🌙 日本 луна", "🌙", "Луна, and a moon, and 月 again", "ﬁne ﬂight", "à ė ś"),
        text("moon ".repeat(40), LINE),
        text("", LINE),
        new CardText("", "", "", List.of(List.of("Ay"))));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aCardKeepsItsSizesAndItsMargins(CardText text) throws IOException {
    Card card = CARDS.draw(text);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(card.png()));
    assertEquals(PoemCards.WIDTH, image.getWidth());
    assertEquals(card.width(), image.getWidth());
    assertEquals(card.height(), image.getHeight());
    assertTrue(card.height() >= PoemCards.LOWEST, "" + card.height());
    assertTrue(card.height() <= PoemCards.HIGHEST, "" + card.height());
    assertTrue(card.png().length < 300_000, "" + card.png().length);
    assertTrue(card.altText().length() <= 1024);
    int paper = image.getRGB(0, 0);
    boolean ink = false;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != paper) {
          ink = true;
          assertTrue(
              Math.min(x, y) >= PoemCards.MARGIN
                  && image.getWidth() - x > PoemCards.MARGIN
                  && image.getHeight() - y > PoemCards.MARGIN,
              "ink at " + x + ", " + y);
        }
      }
    }
    assertTrue(ink);
  }

  @Test
  void theSamePoemIsTheSamePicture() {
    assertArrayEquals(CARDS.draw(many(9)).png(), CARDS.draw(many(9)).png());
    assertArrayEquals(
        CARDS.draw(many(9)).png(), PoemCards.load().orElseThrow().draw(many(9)).png());
  }

  @Test
  void theAltTextHasThePoem() {
    assertEquals(
        "A poem by Rhapsode (quatrain, on rain):\nOne,\ntwo.",
        CARDS.draw(text("rain", "One,", "two.")).altText());
    assertEquals("A poem by Rhapsode (quatrain):\nOne.", CARDS.draw(text(" ", "One.")).altText());
  }

  @Test
  void aLongAltTextEndsWithAWholeLine() {
    String alt = CARDS.draw(many(40)).altText();
    assertTrue(alt.length() <= 1024, "" + alt.length());
    assertTrue(alt.endsWith(LINE + "\n…"), alt);
    String one = CARDS.draw(text("x", "🌙".repeat(600))).altText();
    assertTrue(one.length() <= 1024 && one.endsWith("🌙…"), one);
  }

  @Test
  void aCardHasBounds() {
    assertThrows(IllegalArgumentException.class, () -> many(101));
    assertThrows(IllegalArgumentException.class, () -> text("x", "w".repeat(10_001)));
    assertThrows(
        IllegalArgumentException.class, () -> new CardText("x", "", "", List.of(List.of())));
  }
}
