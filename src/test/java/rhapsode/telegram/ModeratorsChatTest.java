package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Router;
import rhapsode.community.PoemStatus;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;
import rhapsode.testing.telegram.Fault;

/** Moderators on Telegram: administrators of their chat, asked about each time, and ids. */
class ModeratorsChatTest {
  private static final long CHAT = -700;
  private static final long GROUP = -500;
  private static final long MIA = 8;
  private static final long MAX = 9;

  private final Community community = new Community();
  private final Router router =
      new Router(Fakes.commands(new Fakes.FakePoet(), community, new ManualSchool()));
  private final RunningBot bot =
      RunningBot.waiting(router)
          .staff(new Staff(Set.of(1L), Set.of(MAX), OptionalLong.of(CHAT)))
          .start();
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);
  private final FakeUser mia = telegram.user(MIA);

  @BeforeEach
  void tell() {
    community.noticeboard().addChannel(notice -> bot.bot().post(notice));
    telegram.promotes(MIA, CHAT);
  }

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  private BotMessage submitted() {
    gus.says("/poems submit The <moon> is up train:yes display:yes attribution:no");
    telegram.awaitMessage(7, "safely stored");
    return telegram.awaitMessage(CHAT, "Poem 1 by");
  }

  private PoemStatus status() {
    return community.store().find(1).orElseThrow().status();
  }

  @Test
  void aPoemThatWaitsIsShownInTheirChatAndClearedOnceDecided() {
    BotMessage card = submitted();
    assertTrue(card.html().contains("The &lt;moon&gt; is up"), card.html());
    assertEquals(
        List.of("Approve", "Reject …", "Trust the author", "Ban the author"), card.labels());
    assertEquals(0, card.replyTo());
    gus.presses(card, "Approve");
    telegram.awaitCall(
        "answerCallbackQuery", call -> call.text("text").startsWith("Only moderators can use"));
    assertEquals(PoemStatus.PENDING, status());
    mia.presses(card, "Approve");
    BotMessage decided =
        telegram.awaitMessage(CHAT, m -> m.id() == card.id() && m.text().contains("was approved"));
    assertEquals(List.of(), decided.labels());
    assertEquals(PoemStatus.APPROVED, status());
  }

  @Test
  void whoIsNoLongerAdministratorDecidesNothing() {
    BotMessage card = submitted();
    telegram.demotes(MIA, CHAT);
    mia.presses(card, "Approve");
    telegram.awaitCall(
        "answerCallbackQuery", call -> call.text("text").startsWith("Only moderators can use"));
    assertEquals(PoemStatus.PENDING, status());
  }

  @Test
  void anAdministratorOfAnotherGroupIsNoModerator() {
    submitted();
    telegram.promotes(7, GROUP);
    gus.says("/review");
    telegram.awaitMessage(7, "Only moderators can use /review");
  }

  @Test
  void aModeratorReviewsInPrivate() {
    submitted();
    mia.says("/review");
    BotMessage card = telegram.awaitMessage(MIA, "The <moon> is up");
    mia.presses(card, "Reject …");
    BotMessage reasons =
        telegram.awaitMessage(MIA, m -> m.id() == card.id() && m.labels().contains("Spam"));
    mia.presses(reasons, "Spam");
    telegram.awaitMessage(MIA, "Poem 1 was rejected by");
    gus.says("/mypoems");
    telegram.awaitMessage(7, "(rejected: Spam;");
    telegram.user(MAX).says("/audit");
    telegram.awaitMessage(MAX, "poem 1 rejected by telegram 8: Spam");
  }

  @Test
  void whenTelegramDoesNotSayWhoModeratesNobodyIs() {
    submitted();
    telegram.fails("getChatMember", Fault.refused(400, "Bad Request: chat not found"));
    mia.says("/review");
    telegram.awaitMessage(MIA, "Only moderators can use /review");
  }
}
