package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.Message;
import rhapsode.testing.discord.Place;

/** Moderators on Discord, by role, by id, and in their channel. */
class DiscordModerationTest {
  private final Community community = new Community();
  private final DiscordBot bot =
      new DiscordBot(Fakes.commands(new Fakes.FakePoet(), community, new ManualSchool()));

  @BeforeEach
  void connect() {
    DiscordSettings usual = bot.settings();
    var staff =
        new Staff(
            usual.staff().owners(),
            Set.of(String.valueOf(bot.ada.id())),
            Set.of(String.valueOf(Place.JUDGES)),
            String.valueOf(bot.server.channel()));
    community
        .noticeboard()
        .addChannel(
            bot.start(
                    new DiscordSettings(
                        usual.token(), usual.apiUrl(), usual.gatewayUrl(), 0, staff, ""))
                ::post);
    bot.discord.awaitReady(1);
    bot.discord.awaitCommands("global");
    DiscordBot.await(() -> bot.bot().health().well());
  }

  @AfterEach
  void end() {
    bot.end();
  }

  private Message submitted() {
    Exchange opened = bot.discord.slash(bot.gus, bot.server, "poems submit", Map.of());
    bot.discord
        .submit(
            opened,
            Map.of(
                "text",
                "The **moon** is up,\n@everyone sleeps",
                "boxes",
                List.of("train", "display")))
        .message("Thank you");
    return bot.discord.posted("Poem 1 by Gus");
  }

  private PoemStatus status() {
    return community.store().find(1).orElseThrow().status();
  }

  @Test
  void aPoemThatWaitsIsShownInTheirChannelAndClearedOnceDecided() {
    Message card = submitted();
    assertTrue(card.text().contains("The \\*\\*moon\\*\\* is up"), card.text());
    assertEquals(
        List.of(
            "Approve=approve:1",
            "Reject …=reject:1",
            "Trust the author=trust:1",
            "Ban the author=ban:1"),
        card.buttons());
    Exchange refused = bot.discord.press(bot.gus, bot.server, card, "Approve");
    assertTrue(refused.message("Only moderators").ephemeral());
    assertEquals(PoemStatus.PENDING, status());
    Exchange decided =
        bot.discord.press(bot.gus.with(List.of(Place.JUDGES)), bot.server, card, "Approve");
    Message line = decided.message("Poem 1 was approved by Gus.");
    assertEquals(List.of(), line.buttons());
    assertEquals(card.id(), line.id());
    Exchange late = bot.discord.pressId(bot.ada, bot.server, card, "ban:1");
    late.message("The author of poem 1 was banned by Ada");
    assertEquals(PoemStatus.APPROVED, status());
  }

  @Test
  void whoLostTheRoleBetweenShowingAndPressingDecidesNothing() {
    var judge = bot.gus.with(List.of(Place.JUDGES));
    submitted();
    Message card = bot.discord.slash(judge, bot.server, "review", Map.of()).message("Poem 1 by");
    assertTrue(card.ephemeral());
    bot.discord.press(bot.gus, bot.server, card, "Approve").message("Only moderators");
    assertEquals(PoemStatus.PENDING, status());
    bot.discord.press(judge, bot.server, card, "Approve").message("was approved by Gus");
    assertEquals(PoemStatus.APPROVED, status());
  }

  @Test
  void aReasonIsChosenFromButtons() {
    Message card = submitted();
    Exchange asking = bot.discord.press(bot.ada, bot.server, card, "Reject …");
    Message reasons =
        asking.message(m -> m.buttons().contains("Spam=refuse:1-spam"), "with reasons");
    bot.discord.press(bot.ada, bot.server, reasons, "Spam").message("was rejected by Ada");
    assertEquals("reason.spam", community.store().decision(1).orElseThrow().reason());
  }

  @Test
  void theLongestPoemFitsAndDecidesFromADirectMessage() {
    String text = "word\n".repeat(Submission.LONGEST_TEXT / 5).strip();
    var consent = new Consent(true, true, true, "2026-11", bot.clock.instant());
    community
        .store()
        .add(
            new Submission(
                new Author("discord", String.valueOf(bot.gus.id()), "Gus"),
                "here",
                "A title",
                text,
                consent,
                PoemStatus.PENDING),
            bot.clock.instant());
    Place direct = Place.directMessage();
    Exchange review = bot.discord.slash(bot.ada, direct, "review", Map.of());
    Message last = review.message(m -> !m.buttons().isEmpty(), "with buttons");
    bot.discord.press(bot.ada, direct, last, "Approve").message("was approved by Ada");
    assertEquals(PoemStatus.APPROVED, status());
  }
}
