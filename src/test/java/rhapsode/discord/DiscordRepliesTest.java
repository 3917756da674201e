package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Button;
import rhapsode.chat.Reply;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.Message;

/** Replies of every kind, as they arrive. */
class DiscordRepliesTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, -1};
  private static final String LONG =
      IntStream.range(0, 300)
          .mapToObj(i -> i % 5 == 4 ? "" : "*Line* number " + i + " of a long poem")
          .collect(Collectors.joining("\n"));

  private final TestCommands.Late late = new TestCommands.Late();
  private final DiscordBot bot =
      new DiscordBot(
          List.of(
              late,
              new TestCommands.Prepared(
                  "latecard",
                  Reply.open("A late card").with(List.of(new Button("Yes", "late", "1")))),
              new TestCommands.Prepared("card", TestCommands.card(PNG)),
              new TestCommands.Prepared("long", Reply.open(LONG).footed("at last")),
              new TestCommands.Prepared(
                  "several", Reply.open("one"), Reply.discreet("two"), Reply.open("three")),
              new TestCommands.Decide(),
              new TestCommands.Silent()));

  @BeforeEach
  void connect() {
    bot.connect();
  }

  @AfterEach
  void end() {
    bot.end();
  }

  private Exchange give(String path) {
    return bot.discord.slash(bot.gus, bot.server, path, Map.of());
  }

  @Test
  void aPictureIsAFileWithItsText() {
    Message card = give("card").message("A card");
    assertEquals(1, card.files().size());
    assertEquals("A poem of one line: the moon", card.files().get(0).description());
    assertEquals("rhapsode.png", card.files().get(0).name());
    assertArrayEquals(PNG, card.files().get(0).bytes());
  }

  @Test
  void aDecisionTakesThePlaceOfTheCardAndItsButtons() {
    Message card = give("card").message("A card");
    assertEquals(List.of("Yes=decide:yes", "No=decide:no"), card.buttons());
    Exchange pressed = bot.discord.press(bot.gus, bot.server, card, "No");
    Message decided = pressed.message("Decided: no");
    assertEquals(card.id(), decided.id());
    assertEquals(List.of(), decided.buttons());
    assertEquals(List.of(), decided.files());
    assertEquals(1, pressed.now().size());
  }

  @Test
  void aDecisionAfterTheTokensDeathIsMadeInTheChannel() {
    Message card = give("latecard").message("A late card");
    Exchange pressed = bot.discord.press(bot.gus, bot.server, card, "Yes");
    late.awaitBegun();
    pressed.expire();
    bot.clock.tick(Duration.ofMinutes(16));
    late.finish();
    Message decided = bot.discord.posted("Decided late");
    assertEquals(card.id(), decided.id());
    assertEquals(List.of(), decided.buttons());
    assertEquals(1, pressed.acknowledgements());
  }

  @Test
  void aLongTextIsCutBetweenStanzas() {
    List<Message> all = give("long").messages(3);
    String together = all.stream().map(Message::text).collect(Collectors.joining("\n\n"));
    assertEquals(Markdown.escape(LONG.strip()) + "at last", together);
    for (Message message : all) {
      assertTrue(message.text().startsWith("\\*Line\\* number"), message.text());
    }
  }

  @Test
  void repliesKeepTheirOrderAndWhoSeesThem() {
    List<Message> all = give("several").messages(3);
    assertEquals(List.of("one", "two", "three"), all.stream().map(Message::text).toList());
    assertEquals(List.of(false, true, false), all.stream().map(Message::ephemeral).toList());
  }

  @Test
  void nothingIsAwaitedWhereNothingIsSaid() {
    Exchange silent = give("silent");
    silent.acknowledgement();
    silent.emptied();
  }
}
