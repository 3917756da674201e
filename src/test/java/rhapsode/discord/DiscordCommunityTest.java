package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.Reports;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.Message;
import rhapsode.testing.discord.Place;

/** A server's own poems, and what owners ask about the bot. */
class DiscordCommunityTest {
  private final Community community = new Community();
  private final ManualSchool school = new ManualSchool();
  private final DiscordBot bot =
      new DiscordBot(Fakes.commands(new Fakes.FakePoet(), community, school));

  @BeforeEach
  void connect() {
    bot.connect();
    var consent = new Consent(true, true, false, "2026-11", bot.clock.instant());
    community
        .store()
        .add(
            new Submission(
                new Author("discord", String.valueOf(bot.ada.id()), "Ada"),
                String.valueOf(bot.server.guild()),
                "Ferry",
                "The ferry hums\nacross the *bay*",
                consent,
                PoemStatus.APPROVED),
            bot.clock.instant());
  }

  @AfterEach
  void end() {
    bot.end();
  }

  @Test
  void theBestLikedPoemIsListedReadAndLiked() {
    Message list =
        bot.discord.slash(bot.gus, bot.server, "poems top", Map.of()).message("Best liked");
    assertTrue(list.text().contains("(0) no. 1: Ferry"), list.text());
    Exchange read = bot.discord.pressId(bot.gus, bot.server, list, "poems show:1");
    Message poem = read.message("across the");
    Exchange liked = bot.discord.pressId(bot.gus, bot.server, poem, "poems like:1");
    Message counted = liked.message(m -> m.buttons().toString().contains("(1)"), "liked");
    assertEquals(poem.id(), counted.id());
  }

  @Test
  void anotherServerSeesNothingOfIt() {
    Exchange elsewhere = bot.discord.slash(bot.gus, Place.elsewhere(), "poems top", Map.of());
    elsewhere.message("No poem of this community may be shown yet");
    Exchange here = bot.discord.slash(bot.gus, bot.server, "poems random", Map.of());
    Message poem = here.message("across the");
    Exchange there = bot.discord.pressId(bot.gus, Place.elsewhere(), poem, "poems like:1");
    there.message("That poem is not shown here");
  }

  @Test
  void ownersSeeHowTheBotStandsAndOthersWhatItLearned() {
    Message status =
        bot.discord.slash(bot.olga, bot.server, "status", Map.of()).message("rhapsode 1.0");
    assertTrue(status.ephemeral());
    bot.discord
        .slash(bot.gus, bot.server, "status", Map.of())
        .message("Only the owners of this bot can use /status.");
    bot.discord
        .slash(bot.gus, bot.server, "model history", Map.of())
        .message("There has been no training yet");
    bot.discord
        .slash(bot.gus, bot.server, "model rollback", Map.of())
        .message("Only the owners of this bot");
    bot.discord
        .slash(bot.olga, bot.server, "model rollback", Map.of("model", "base"))
        .message("base writes already.");
  }

  @Test
  void aServerIsToldHowItGrows() {
    Message here = bot.discord.slash(bot.gus, bot.server, "stats", Map.of()).message("Poems given");
    assertTrue(here.text().contains("Poems given: 1;"), here.text());
    Message elsewhere =
        bot.discord.slash(bot.gus, Place.elsewhere(), "stats", Map.of()).message("Poems given");
    assertTrue(elsewhere.text().contains("Poems given: 0;"), elsewhere.text());
  }

  @Test
  void aTrainingEndsWithAVote() {
    Exchange training = bot.discord.slash(bot.olga, bot.server, "retrain", Map.of());
    training.message("Learning");
    school.ends(new Lesson.Promoted(Reports.MODEL, Reports.GOOD));
    training.message("Learned from 7 poems");
    Message ballot = training.message("About moonlight, before (base)");
    assertEquals(
        List.of("Better before (0)=prefer:1-2-1", "Better now (0)=prefer:1-2-2"), ballot.buttons());
    Exchange vote = bot.discord.press(bot.gus, bot.server, ballot, "Better now (0)");
    Message counted = vote.message(m -> m.buttons().toString().contains("now (1)"), "counted");
    assertEquals(ballot.id(), counted.id());
    Exchange changed = bot.discord.press(bot.gus, bot.server, counted, "Better before (0)");
    changed.message(m -> m.buttons().toString().contains("before (1)"), "changed");
  }
}
