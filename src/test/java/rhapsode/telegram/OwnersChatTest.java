package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Router;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;

/** What those who run the bot do with it on Telegram. */
class OwnersChatTest {
  private final RunningBot bot =
      RunningBot.with(
          new Router(Fakes.commands(new Fakes.FakePoet(), new Community(), new ManualSchool())));
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);
  private final FakeUser owner = telegram.user(RunningBot.OWNER);

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  @Test
  void everybodyReadsTheHistoryOfTrainings() {
    gus.says("/modelhistory");
    telegram.awaitMessage(7, "no training yet");
  }

  @Test
  void ownersAloneLetAnEarlierModelWrite() {
    gus.says("/modelrollback");
    telegram.awaitMessage(7, "Only the owners of this bot");
    owner.says("/modelrollback");
    telegram.awaitMessage(RunningBot.OWNER, "base writes already");
  }

  /** Whoever made the link is not who taps it. */
  @Test
  void noLinkLetsAnOwnerTrainOrGoBack() {
    for (String link : List.of("retrain", "modelrollback", "modelrollback_base")) {
      owner.says("/start " + link);
    }
    owner.says("/start poem_moon");
    telegram.awaitMessage(RunningBot.OWNER, "About moon");
    assertEquals(4, telegram.messages(RunningBot.OWNER).size());
    assertEquals(
        3,
        telegram.messages(RunningBot.OWNER).stream()
            .filter(message -> message.text().contains("I write poems"))
            .count(),
        telegram.messages(RunningBot.OWNER).toString());
  }

  @Test
  void ownersAloneReadHowTheBotStands() {
    gus.says("/status");
    telegram.awaitMessage(7, "Only the owners of this bot");
    owner.says("/status");
    telegram.awaitMessage(RunningBot.OWNER, "In service: base");
  }
}
