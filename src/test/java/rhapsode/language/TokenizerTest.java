package rhapsode.language;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  @Test
  void keepsApostrophesInsideAndBeforeWords() {
    assertEquals(
        List.of("'tis", "o'er", "the", "poet's", "heav'n", "'", "look'd", "'"),
        Tokenizer.line("'Tis o'er the poet's heav'n' look'd'"));
  }

  @Test
  void eachSignIsATokenAndDashesAndDotsAreOne() {
    assertEquals(
        List.of("well", "-", "worn", ",", "and", "--", "yet", "...", "oh", "!", "(", "no", ")"),
        Tokenizer.line("Well-worn, and -- yet.... oh! (no)"));
  }

  @Test
  void typographicSignsBecomePlain() {
    assertEquals(List.of("don't", "--", "\"", "go", "\"", "..."), Tokenizer.line("Don’t — “go”…"));
  }

  @Test
  void linesStanzasAndThePoemEnd() {
    assertEquals(
        List.of("a", "<line>", "b", "<line>", "<stanza>", "c", "<line>", "<poem>"),
        Tokenizer.poem("A\nb\n\n \n\nC\n\n"));
    assertEquals(List.of("<poem>"), Tokenizer.poem(" \n \u200B\n"));
  }

  @Test
  void anyScriptAndEmojiAreTokensAndInvisibleSignsAreNot() {
    assertEquals(List.of("naïve", "café"), Tokenizer.line("Nai\u0308ve CAFE\u0301"));
    assertEquals(List.of("شعر", "月光"), Tokenizer.line("\u202Eشعر\u202C 月光"));
    assertEquals(
        List.of("moon", "👩🏽‍🚀", "🌙"),
        Tokenizer.line("mo\u200Bon 👩🏽‍🚀🌙\u0000".replace("\u200B", "")));
    assertEquals(List.of("42", "stars"), Tokenizer.line("42 stars"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "'",
        "a'",
        "-",
        ".",
        "\u0301",
        "\uD83C",
        "👩‍",
        "\n",
        " ",
        "\u202E",
        "e\u0301\u0302\u0303"
      })
  void aHundredThousandOfAnythingIsQuick(String piece) {
    assertTimeoutPreemptively(
        ofSeconds(30),
        () -> {
          List<String> tokens = Tokenizer.poem(piece.repeat(100_000));
          assertTrue(Detokenizer.poem(tokens).length() <= 1_300_000);
        });
  }

  @Test
  void theRoundTripReadsLikeTheOriginal() {
    String verse =
        """
        The kettle hums -- and I, who never sing,
        Hum too (a little flat). O'er field and fen
        It's raining. "Rain," I'd say, "is everything!"

        Well-worn, the road goes home again...""";
    assertEquals(verse, Detokenizer.poem(Tokenizer.poem(verse)));
  }
}
