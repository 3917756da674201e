package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.chat.Button;
import rhapsode.chat.Picture;
import rhapsode.chat.Reply;

/** Limits of a message, and what no message may do. */
class LettersTest {
  private static final int CONTENT = 2000;
  private static final int EMBED_DESCRIPTION = 4096;
  private static final int FILE_DESCRIPTION = 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '"',
      value = {
        "*bold* _it_ ~no~ `code`= \\*bold\\* \\_it\\_ \\~no\\~ \\`code\\`",
        "||hidden|| a\\b= \\|\\|hidden\\|\\| a\\\\b",
        "<@123> <#4> <:moon:5>= \\<@123\\> \\<#4\\> \\<:moon:5\\>",
        "# Title= \\# Title",
        "-# small= \\-# small",
        "- item= \\- item",
        "\"  + item\"= \"  \\+ item\"",
        "1. Ferry= 1\\. Ferry",
        "half-moon, no. 1, #b= half-moon, no. 1, #b",
        "[a](https://b.c)= \\[a\\](https\\://b.c)",
      })
  void marksAreEscaped(String text, String escaped) {
    assertEquals(escaped, Markdown.escape(text));
  }

  @Test
  void everyLineIsEscapedAtItsStart() {
    assertEquals("a\n\\# b\n\\> c\n\\- d", Markdown.escape("a\n# b\n> c\n- d"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1999, CONTENT})
  void whatFitsIsOneMessage(int length) {
    List<MessageCreateData> letters = Letters.of(Reply.open("x".repeat(length)));
    assertEquals(1, letters.size());
    assertEquals(length, letters.get(0).getContent().length());
  }

  @Test
  void longerTextsAreEmbedded() {
    List<MessageCreateData> letters = Letters.of(Reply.open("x".repeat(CONTENT + 1)));
    assertEquals(1, letters.size());
    assertEquals("", letters.get(0).getContent());
    assertEquals(CONTENT + 1, letters.get(0).getEmbeds().get(0).getDescription().length());
  }

  @Test
  void theLongestAreCutAndButtonsComeLast() {
    Reply reply =
        Reply.open("word ".repeat(2000)).with(List.of(new Button("Again", "another", "1")));
    List<MessageCreateData> letters = Letters.of(reply.footed("the end"));
    assertEquals(3, letters.size());
    for (MessageCreateData letter : letters) {
      assertTrue(letter.getEmbeds().get(0).getDescription().length() <= EMBED_DESCRIPTION);
    }
    assertEquals(0, letters.get(0).getComponents().size());
    assertEquals(1, letters.get(2).getComponents().size());
    assertEquals("the end", letters.get(2).getEmbeds().get(0).getFooter().getText());
  }

  @Test
  void twentyFiveButtonsAreFiveRows() {
    List<Button> buttons =
        IntStream.range(0, 25).mapToObj(i -> new Button("b" + i, "like", "" + i)).toList();
    MessageCreateData letter = Letters.of(Reply.open("a").with(buttons)).get(0);
    assertEquals(5, letter.getComponents().size());
    assertEquals(5, letter.getComponents().get(0).asActionRow().getButtons().size());
  }

  @Test
  void nobodyIsMentionedByAnything() {
    for (MessageCreateData letter :
        List.of(Letters.of(Reply.open("@everyone")).get(0), Letters.of("@here"))) {
      assertEquals(
          "{\"parse\":[],\"replied_user\":false}",
          letter.toData().getObject("allowed_mentions").toString());
    }
  }

  @Test
  void aPicturesTextIsCutAtItsLimit() {
    var picture = new Picture(new byte[] {1}, "a".repeat(FILE_DESCRIPTION + 1));
    MessageCreateData letter = Letters.of(Reply.open("a").with(picture)).get(0);
    String description = letter.getFiles().get(0).getDescription();
    assertEquals(FILE_DESCRIPTION, description.length());
    assertTrue(description.endsWith("…"));
  }

  @Test
  void piecesEndBetweenStanzasElseLinesElseWords() {
    assertEquals(List.of("a b\nc", "d e"), Pieces.of("a b\nc\n\nd e", 8));
    assertEquals(List.of("a b c", "d e f"), Pieces.of("a b c\nd e f", 8));
    assertEquals(List.of("aaaa", "bbbb"), Pieces.of("aaaa bbbb", 6));
    assertEquals(List.of("aaaaaa", "aaa"), Pieces.of("aaaaaaaaa", 6));
    assertEquals(List.of(), Pieces.of(" \n ", 6));
  }

  @Test
  void noPieceEndsWithinAnEscapeOrACharacter() {
    assertEquals(List.of("aaaaa", "\\*b"), Pieces.of("aaaaa\\*b", 6));
    assertEquals(List.of("aaaa\\\\", "b"), Pieces.of("aaaa\\\\b", 6));
    assertEquals(List.of("aaaaa", "🌙b"), Pieces.of("aaaaa🌙b", 6));
    assertEquals("aaaa…", Letters.shortened("aaaa🌙b", 6));
  }

  @Test
  void aTokenNeverShowsItself() {
    var token = new Token(" a-secret ");
    assertEquals("a-secret", token.value());
    assertFalse(
        new DiscordSettings(token, Staff.owners(java.util.Set.of())).toString().contains("secret"));
  }
}
