package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.Reports;
import rhapsode.testing.SettableClock;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.Call;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;

/** What people do on Telegram, and what Telegram receives, for every command. */
class ConversationsTest {
  private static final long GROUP = -500;
  private static final long SUPERGROUP = -1_000_000_000_500L;

  private final SettableClock clock = new SettableClock();
  private final Router router =
      new Router(
          Fakes.commands(
              new Fakes.FakePoet(),
              new Community(new InMemoryPoemStore(), clock),
              new Fakes.FakeSchool(
                  new Lesson.Promoted(
                      new ModelVersion(
                          "base-2",
                          "base",
                          Instant.EPOCH,
                          7,
                          90,
                          80,
                          ModelVersion.State.IN_SERVICE,
                          null),
                      Reports.GOOD))));
  private final RunningBot bot = RunningBot.with(router, clock);
  private final FakeTelegram telegram = bot.server;
  private final FakeUser gus = telegram.user(7);

  @AfterEach
  void telegramWasContent() {
    bot.close();
    assertEquals(List.of(), telegram.violations());
  }

  @Test
  void aPoemKeepsItsLinesAndHasItsFooterAndButtons() {
    gus.says("/poem <b>moon</b> & sun");
    BotMessage poem = telegram.awaitMessage(7, "About");
    assertEquals(
        "About &lt;b&gt;moon&lt;/b&gt; &amp; sun\na little verse.\n\n<i>quatrain by fake, no. 1</i>",
        poem.html());
    assertEquals(List.of("Another", "Like", "Proof", "Delete"), poem.labels());
    assertEquals("another:1", poem.data("Another"));
    Call call = telegram.calls("sendMessage").get(0);
    assertEquals("html", call.text("parse_mode"));
    assertFalse(call.parameters().has("reply_parameters"));
  }

  @Test
  void optionsAreTypedByName() {
    gus.says("/poem moonlight form:haiku mood:sad");
    assertTrue(telegram.awaitMessage(7, "About moonlight").text().contains("haiku by fake"));
  }

  @Test
  void aCommandForThisBotIsTakenAndOneForAnotherIsNot() {
    gus.says("/poem@another_bot moon", GROUP);
    gus.says("/unknown", GROUP);
    gus.says("poem moon", GROUP);
    gus.says("/POEM@Rhapsode_Bot sea", GROUP);
    BotMessage poem = telegram.awaitMessage(GROUP, "About sea");
    assertEquals(1, telegram.messages(GROUP).size());
    assertTrue(poem.replyTo() > 0, "in a group it is seen who is answered");
  }

  @Test
  void aMissingSeedIsAskedForWithForceReply() {
    gus.says("/poem");
    BotMessage question = telegram.awaitMessage(7, "What should the poem be about?");
    assertTrue(question.asksForReply());
    assertTrue(question.markup().path("selective").asBoolean());
    gus.replies(question, "moonlight");
    telegram.awaitMessage(7, "About moonlight");
  }

  @Test
  void inAGroupOnlyAReplyIsAnAnswer() {
    gus.says("/poem", GROUP);
    BotMessage question = telegram.awaitMessage(GROUP, "What should");
    assertTrue(question.replyTo() > 0, "privacy mode stays on: the reply has to be asked for");
    gus.says("just talking", GROUP);
    telegram.user(8).replies(question, "not asked");
    gus.replies(question, "moonlight");
    telegram.awaitMessage(GROUP, "About moonlight");
    assertEquals(2, telegram.messages(GROUP).size());
  }

  @Test
  void oneSDataComesAsAFileAndInAGroupInPrivate() {
    gus.says("/poem moonlight");
    telegram.awaitMessage(7, "About moonlight");
    gus.says("/mydataexport", GROUP);
    telegram.awaitMessage(GROUP, "I have answered you in private.");
    telegram.awaitMessage(7, "Stored about you");
    Call document = telegram.calls("sendDocument").get(0);
    assertEquals(7, document.chat());
    assertEquals(1, document.files().size());
    assertTrue(document.files().values().iterator().next() > 100);
    gus.says("/mydatadelete");
    BotMessage question = telegram.awaitMessage(7, "All of it would be erased");
    gus.presses(question, "Erase it all");
    assertEquals(List.of(), telegram.awaitMessage(7, "It is all erased").labels());
  }

  @Test
  void aSubmissionIsGuidedStepByStep() {
    gus.says("/submit");
    BotMessage question = telegram.awaitMessage(7, "The poem, line by line.");
    assertTrue(telegram.messages(7).get(0).text().contains("withdraw"), "the consent comes first");
    gus.replies(question, "The ferry hums\nacross the bay");
    for (String asked : List.of("learn from this poem", "shown to others", "your name stand")) {
      BotMessage consent =
          telegram.awaitMessage(7, m -> m.text().contains(asked) && !m.buttons().isEmpty());
      assertEquals(List.of("Yes", "No"), consent.labels());
      gus.presses(consent, asked.startsWith("your name") ? "No" : "Yes");
      BotMessage decided = telegram.awaitMessage(7, m -> m.id() == consent.id() && m.edits() == 1);
      assertTrue(decided.text().matches("(?s).*\n→ (Yes|No)"), decided.text());
      assertEquals(List.of(), decided.buttons(), "nothing to press once it is decided");
    }
    telegram.awaitMessage(7, "poem 1 is safely stored");
    assertEquals(List.of(), bot.kept("dialogues"));
    gus.says("/mypoems");
    BotMessage mine = telegram.awaitMessage(7, "The ferry hums");
    assertTrue(mine.text().contains("training yes, display yes, name no"), mine.text());
    assertTrue(mine.text().contains("/withdraw takes one back"), mine.text());
    telegram.await(
        "a press is always answered", () -> telegram.calls("answerCallbackQuery").size() == 3);
  }

  @Test
  void aSubmissionOnSeveralLinesKeepsThem() {
    gus.says(
        "/poems submit One line,\nanother line,\n\nand a stanza. train:yes display:yes attribution:no");
    telegram.awaitMessage(7, "safely stored");
    gus.says("/withdraw 1");
    telegram.awaitMessage(7, "Poem 1 is erased");
    gus.says("/withdraw 1");
    telegram.awaitMessage(7, "You have no poem 1; /mypoems lists yours");
  }

  @Test
  void aWrongAnswerIsAskedForAgain() {
    gus.says("/withdraw");
    gus.says("the first");
    telegram.awaitMessage(7, "number is a whole number");
    gus.says("12");
    telegram.awaitMessage(7, "You have no poem 12");
  }

  @Test
  void aNewCommandOrCancelEndsADialogue() {
    gus.says("/submit");
    telegram.awaitMessage(7, "The poem, line by line.");
    gus.says("/forms");
    telegram.awaitMessage(7, "Nothing was done: /submit was not finished.");
    telegram.awaitMessage(7, "haiku:");
    gus.says("/poem");
    telegram.awaitMessage(7, "What should");
    gus.says("/cancel");
    telegram.awaitMessage(7, "Nothing was done: /poem was not finished.");
    gus.says("/cancel");
    telegram.awaitMessage(7, "There is nothing to cancel.");
    gus.says("moonlight");
    telegram.awaitMessage(7, "Commands start with a slash");
  }

  @Test
  void anAnswerThatComesTooLateIsToldSo() {
    gus.says("/withdraw");
    telegram.awaitMessage(7, "Which one?");
    clock.tick(Dialogues.PATIENCE.plusSeconds(1));
    gus.says("12");
    telegram.awaitMessage(7, "That answer came too late; please begin again with /withdraw.");
    gus.says("/submit A line / and another");
    BotMessage consent = telegram.awaitMessage(7, "learn from this poem");
    clock.tick(Dialogues.PATIENCE.plusSeconds(1));
    gus.presses(consent, "Yes");
    Call late = telegram.awaitCall("answerCallbackQuery", c -> c.text("text").contains("too late"));
    assertTrue(late.parameters().path("show_alert").asBoolean());
    telegram.awaitMessage(7, m -> m.id() == consent.id() && m.buttons().isEmpty());
  }

  @Test
  void aDialogueOutlivesARestart() {
    gus.says("/submit A line / and another");
    BotMessage consent = telegram.awaitMessage(7, "learn from this poem");
    bot.stop();
    bot.start();
    gus.presses(consent, "Yes");
    telegram.awaitMessage(7, "shown to others");
  }

  @Test
  void othersCannotAnswerForMe() {
    gus.says("/poem", GROUP);
    gus.says("/submit A line / and another");
    BotMessage consent = telegram.awaitMessage(7, "learn from this poem");
    telegram.user(8).presses(consent, "Yes");
    telegram.awaitCall("answerCallbackQuery", c -> c.text("text").contains("no longer open"));
    assertEquals(2, telegram.messages(7).get(telegram.messages(7).size() - 1).buttons().size());
  }

  @Test
  void buttonsBelowAPoemWorkAlsoAfterARestart() {
    gus.says("/poem moon");
    BotMessage poem = telegram.awaitMessage(7, "About moon");
    bot.stop();
    bot.start();
    gus.presses(poem, "Like");
    BotMessage liked = telegram.awaitMessage(7, m -> m.labels().contains("Like (1)"));
    assertEquals(poem.id(), liked.id(), "the same message is edited");
    gus.presses(liked, "Another");
    telegram.awaitMessage(7, "no. 2");
    gus.presses(liked, "Proof");
    telegram.awaitCall("answerCallbackQuery", c -> true);
    telegram.user(8).presses(liked, "Delete");
    telegram.awaitCall("answerCallbackQuery", c -> c.text("text").contains("Only who asked"));
    gus.presses(liked, "Delete");
    telegram.awaitCall("answerCallbackQuery", c -> c.text("text").equals("Poem 1 is gone."));
    telegram.await(
        "deleted", () -> telegram.messages(7).stream().noneMatch(m -> m.id() == poem.id()));
    gus.pressesData(liked, "nonsense:1");
    telegram.awaitCall(
        "answerCallbackQuery", c -> c.text("text").contains("no longer does anything"));
  }

  /** Clients can be made to send any data: numbers of poems that were written for others. */
  @Test
  void aPressOfNoButtonOfTheMessageDoesNothing() {
    gus.says("/poem secret");
    telegram.awaitMessage(7, "About secret");
    FakeUser eve = telegram.user(8);
    eve.says("/poem moon");
    BotMessage moon = telegram.awaitMessage(8, "About moon");
    List<String> madeUp =
        List.of("like:1", "proof:1", "another:1", "erase:1", "prefer:1-2-1", "poems like:9");
    madeUp.forEach(data -> eve.pressesData(moon, data));
    telegram.await(
        "each is told",
        () ->
            telegram.calls("answerCallbackQuery").stream()
                    .filter(c -> c.text("text").contains("no longer does anything"))
                    .count()
                == madeUp.size());
    assertEquals(List.of(moon), telegram.messages(8));
  }

  @Test
  void helpAndPrivacyCallCommandsByTheirNamesHere() {
    gus.says("/help");
    BotMessage help = telegram.awaitMessage(7, "These are the commands");
    assertTrue(
        help.text().contains("/submit text") && help.text().contains("/modelstatus"), help.text());
    assertFalse(help.text().contains("/poems ") || help.text().contains("retrain"), help.text());
    gus.says("/help submit");
    gus.says("/privacy");
    telegram.awaitMessage(7, m -> m.text().contains("stored"));
    gus.says("/modelstatus");
    telegram.awaitMessage(7, "In service: base");
    gus.says("/nonsense");
    telegram.awaitMessage(7, "There is no command /nonsense");
    gus.says("/start");
    telegram.awaitMessage(7, "I write poems.");
  }

  @Test
  void onlyTheOwnerTrains() {
    gus.says("/retrain");
    telegram.awaitMessage(7, "Only the owners of this bot can use /retrain.");
    telegram.user(RunningBot.OWNER).says("/retrain");
    telegram.awaitMessage(RunningBot.OWNER, "Learned from 7 poems");
    telegram.awaitMessage(RunningBot.OWNER, "About moonlight, before (base)");
    List<BotMessage> seen = telegram.messages(RunningBot.OWNER);
    assertEquals(3, seen.size(), "progress is one message");
    assertTrue(seen.get(0).edits() <= 1, "a hundred reports within three seconds are no edits");
  }

  @Test
  void deepLinksBeginACommand() {
    gus.says("/start poem_silver_moon");
    telegram.awaitMessage(7, "About silver moon");
    gus.says("/start withdraw_3");
    telegram.awaitMessage(7, "Which one?");
    gus.says("/start whatever");
    telegram.awaitMessage(7, "I write poems.");
  }

  @Test
  void whatIsForOnePersonLeavesTheGroup() {
    gus.says("/mypoems", GROUP);
    BotMessage pointer = telegram.awaitMessage(GROUP, "start me");
    assertTrue(pointer.text().contains("https://t.me/rhapsode_bot?start=mypoems"), pointer.text());
    gus.says("/start");
    telegram.awaitMessage(7, "I write poems.");
    gus.says("/mypoems", GROUP);
    telegram.awaitMessage(7, "You have given no poem yet; /submit takes one.");
    telegram.awaitMessage(GROUP, "I have answered you in private.");
    gus.says("/submit", GROUP);
    BotMessage link = telegram.awaitMessage(GROUP, "Let us do that in private");
    assertTrue(link.text().endsWith("?start=submit"), link.text());
  }

  @Test
  void aTopicOfAForumIsAnsweredInTheTopic() {
    gus.saysInTopic("/poem moon", -1_000_000_000_777L, 42);
    telegram.awaitMessage(-1_000_000_000_777L, "About moon");
    assertEquals("42", telegram.calls("sendMessage").get(0).text("message_thread_id"));
  }

  @Test
  void inlineOffersAPoemInThreeForms() {
    gus.asksInline("moonlight");
    Call call = telegram.awaitCall("answerInlineQuery", c -> true);
    JsonNode results = call.parameters().path("results");
    assertEquals(
        List.of("quatrain", "haiku", "couplets"),
        List.of(
            results.path(0).path("title").asText(),
            results.path(1).path("title").asText(),
            results.path(2).path("title").asText()));
    assertTrue(
        results
            .path(1)
            .path("input_message_content")
            .path("message_text")
            .asText()
            .startsWith("About moonlight\na little verse.\n\n<i>haiku by fake"));
    assertTrue(call.parameters().path("is_personal").asBoolean());
    assertTrue(call.parameters().path("cache_time").asInt() <= 30);
    gus.asksInline("");
    Call hint =
        telegram.awaitCall("answerInlineQuery", c -> c.parameters().path("results").isEmpty());
    assertEquals(
        "What should the poem be about?", hint.parameters().path("button").path("text").asText());
  }

  @Test
  void anInlineQueryForNothingIsAnsweredToo() {
    gus.asksInline("crash");
    telegram.awaitCall("answerInlineQuery", c -> c.parameters().path("results").isEmpty());
  }

  @Test
  void aQuestionMovesWithItsGroup() {
    gus.says("/poem", GROUP);
    telegram.awaitMessage(GROUP, "What should");
    gus.seesMigration(GROUP, SUPERGROUP);
    telegram.user(8).says("/forms", GROUP);
    BotMessage forms = telegram.awaitMessage(SUPERGROUP, "haiku:");
    gus.replies(forms, "moonlight");
    telegram.awaitMessage(SUPERGROUP, "About moonlight");
  }

  @Test
  void everybodyIsAnsweredInTheirLanguageElseInEnglish() {
    gus.speaking("de").says("/start");
    telegram.awaitMessage(7, "Ich schreibe Gedichte.");
    gus.speaking("pt-br").says("/start");
    telegram.awaitMessage(7, "Escrevo poemas.");
    gus.speaking("ja").says("/start");
    telegram.awaitMessage(7, "I write poems.");
  }

  @Test
  void nobodyIsAnOwnerByTheirName() {
    gus.called("Person " + RunningBot.OWNER).says("/retrain");
    telegram.awaitMessage(7, "Only the owners of this bot can use /retrain.");
  }

  @Test
  void whatFailsIsOneSentence() {
    gus.says("/poem crash");
    BotMessage said = telegram.awaitMessage(7, "That did not work");
    assertFalse(said.text().contains("secret"));
  }
}
