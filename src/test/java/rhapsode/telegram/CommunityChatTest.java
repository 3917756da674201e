package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Router;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.Reports;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;

/** A chat's own poems, and what owners ask about the bot. */
class CommunityChatTest {
  private static final long GROUP = -500;

  private final Community community = new Community();
  private final ManualSchool school = new ManualSchool();
  private final RunningBot bot =
      RunningBot.with(new Router(Fakes.commands(new Fakes.FakePoet(), community, school)));
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);
  private final FakeUser owner = telegram.user(RunningBot.OWNER);

  @BeforeEach
  void give() {
    var consent = new Consent(true, true, false, "2026-11", Instant.EPOCH);
    community
        .store()
        .add(
            new Submission(
                new Author("telegram", "8", "Ada"),
                String.valueOf(GROUP),
                "Ferry",
                "The ferry hums\nacross the <bay>",
                consent,
                PoemStatus.APPROVED),
            Instant.EPOCH);
  }

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  @Test
  void theBestLikedPoemIsListedReadAndLiked() {
    gus.says("/toppoems", GROUP);
    BotMessage list = telegram.awaitMessage(GROUP, "(0) no. 1: Ferry");
    gus.pressesData(list, "poems show:1");
    BotMessage poem = telegram.awaitMessage(GROUP, "across the <bay>");
    gus.pressesData(poem, "poems like:1");
    telegram.awaitMessage(GROUP, m -> m.id() == poem.id() && m.labels().toString().contains("(1)"));
  }

  @Test
  void anotherChatSeesNothingOfIt() {
    gus.says("/randompoem", GROUP);
    telegram.awaitMessage(GROUP, "across the <bay>");
    gus.says("/randompoem");
    telegram.awaitMessage(7, "No poem of this community may be shown yet");
  }

  @Test
  void ownersSeeHowTheBotStandsAndOthersWhatItLearned() {
    owner.says("/status");
    telegram.awaitMessage(RunningBot.OWNER, "rhapsode 1.0");
    gus.says("/status");
    telegram.awaitMessage(7, "Only the owners of this bot can use /status.");
    gus.says("/modelhistory");
    telegram.awaitMessage(7, "There has been no training yet");
    gus.says("/modelrollback");
    telegram.awaitMessage(7, "Only the owners of this bot can use /modelrollback");
    owner.says("/modelrollback base");
    telegram.awaitMessage(RunningBot.OWNER, "base writes already.");
  }

  @Test
  void aChatIsToldHowItGrows() {
    gus.says("/stats", GROUP);
    telegram.awaitMessage(GROUP, "Poems given: 1;");
    gus.says("/stats");
    telegram.awaitMessage(7, "Poems given: 0;");
  }

  @Test
  void aTrainingEndsWithAVote() {
    owner.says("/retrain");
    school.ends(new Lesson.Promoted(Reports.MODEL, Reports.GOOD));
    BotMessage ballot = telegram.awaitMessage(RunningBot.OWNER, "About moonlight, before (base)");
    assertEquals(List.of("Better before (0)", "Better now (0)"), ballot.labels());
    gus.presses(ballot, "Better now (0)");
    telegram.awaitMessage(
        RunningBot.OWNER, m -> m.id() == ballot.id() && m.labels().contains("Better now (1)"));
  }
}
