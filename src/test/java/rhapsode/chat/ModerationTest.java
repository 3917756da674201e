package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.community.PoemStatus;
import rhapsode.testing.Community;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;

/** How poems wait for moderators, and what moderators do. */
class ModerationTest {
  private static final Person MIA = new Person("test", "1", "Mia", Rank.MODERATOR);
  private static final Person MAX = new Person("test", "2", "Max", Rank.MODERATOR);
  private static final Person GUS = new Person("test", "3", "Gus", Rank.MEMBER);
  private static final String MODERATORS_ALONE = "bot to Gus: Only moderators can use /";

  private final Community community = new Community();
  private final Router router =
      new Router(Fakes.commands(new Fakes.FakePoet(), community, new ManualSchool()));
  private final Conversation chat = new Conversation(router);
  private final List<Reply> replies = new ArrayList<>();

  private void submits(Person who, String text) {
    chat.says(who, "poems submit", "text:" + text, "train:yes", "display:yes", "attribution:no")
        .join();
  }

  private Reply gives(Person who, String command, String... options) {
    var given = new java.util.HashMap<String, String>();
    for (String option : options) {
      given.put(option.split(":", 2)[0], option.split(":", 2)[1]);
    }
    return ran(new Invocation(who, "here", command, given));
  }

  private Reply presses(Person who, String id) {
    return ran(Button.pressed(id, who, "here", Locale.ENGLISH, router).orElseThrow());
  }

  private Reply ran(Invocation invocation) {
    router
        .route(
            invocation,
            new Replies() {
              @Override
              public void say(Reply reply) {
                replies.add(reply);
              }

              @Override
              public void progress(double fraction, String text) {}
            })
        .join();
    return replies.get(replies.size() - 1);
  }

  private static List<String> ids(Reply reply) {
    return reply.buttons().stream().map(Button::id).toList();
  }

  private PoemStatus status(long poem) {
    return community.store().find(poem).orElseThrow().status();
  }

  @Test
  void theOldestPoemThatWaitsIsLaidBefore() {
    assertEquals("No poem waits for a moderator.", gives(MIA, "review").text());
    submits(GUS, "The moon is up");
    submits(GUS, "The sun is down");
    Reply card = gives(MIA, "review");
    assertEquals("Poem 1 by Gus (test)\n\nThe moon is up", card.text());
    assertEquals(
        "pending · author like everyone · training yes · display yes · name no", card.footer());
    assertEquals(List.of("approve:1", "reject:1", "trust:1", "ban:1"), ids(card));
    assertTrue(card.discreet());
  }

  @Test
  void onlyModeratorsReviewAndTheyAreCheckedAtEachPress() {
    submits(GUS, "The moon is up");
    for (String press :
        List.of("approve:1", "reject:1", "refuse:1-spam", "back:1", "ban:1", "trust:1")) {
      assertTrue(presses(GUS, press).text().startsWith("Only moderators can use /"), press);
    }
    assertTrue(gives(GUS, "review").text().startsWith("Only moderators"));
    assertTrue(gives(GUS, "audit").text().startsWith("Only moderators"));
    assertEquals(PoemStatus.PENDING, status(1));
    assertFalse(chat.transcript().contains(MODERATORS_ALONE));
    Person demoted = MIA.ranked(Rank.MEMBER);
    assertTrue(presses(demoted, "approve:1").text().startsWith("Only moderators"));
    assertEquals(PoemStatus.PENDING, status(1));
  }

  @Test
  void aDecisionTakesTheCardsPlaceAndLeadsToTheNext() {
    submits(GUS, "The moon is up");
    submits(GUS, "The sun is down");
    Reply decided = presses(MIA, "approve:1");
    assertEquals("Poem 1 was approved by Mia.", decided.text());
    assertEquals(List.of("next:1"), ids(decided));
    assertEquals("Next (1 waiting)", decided.buttons().get(0).label());
    assertTrue(presses(MIA, "next:1").text().startsWith("Poem 2 by Gus"));
    assertEquals(List.of(), presses(MIA, "approve:2").buttons());
    assertEquals(PoemStatus.APPROVED, status(1));
  }

  @Test
  void ofTwoModeratorsOneDecides() {
    submits(GUS, "The moon is up");
    presses(MIA, "approve:1");
    assertEquals(
        "Nothing changes: poem 1 is approved, its author like everyone.",
        presses(MAX, "refuse:1-spam").text());
    submits(GUS, "The sun is down");
    long deciding =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? community.moderation().approve(2, MIA.author())
                        : community.moderation().reject(2, MAX.author(), ""))
            .filter(ruling -> ruling instanceof rhapsode.community.Ruling.Done)
            .count();
    assertEquals(1, deciding);
  }

  @Test
  void aReasonIsAskedForAndReachesTheAuthor() {
    submits(GUS, "The moon is up");
    Reply reasons = presses(MIA, "reject:1");
    assertEquals(
        List.of(
            "refuse:1-not-a-poem",
            "refuse:1-not-theirs",
            "refuse:1-hurtful",
            "refuse:1-spam",
            "back:1"),
        ids(reasons));
    assertEquals(PoemStatus.PENDING, status(1));
    assertEquals(4, presses(MIA, "back:1").buttons().size());
    assertEquals("Poem 1 was rejected by Mia.", presses(MIA, "refuse:1-spam").text());
    assertTrue(gives(GUS, "poems mine").text().contains("(rejected: Spam;"));
    submits(GUS, "The sun is down");
    gives(MIA, "review", "number:2", "verdict:reject", "reason:Too short, try again");
    assertTrue(gives(GUS, "poems mine").text().contains("(rejected: Too short, try again;"));
  }

  @Test
  void aBannedAuthorGivesNoMoreAndIsNotLearned() {
    submits(GUS, "The moon is up");
    submits(GUS, "The sun is down");
    presses(MIA, "approve:1");
    assertTrue(presses(MIA, "ban:1").text().startsWith("The author of poem 1 was banned by Mia"));
    assertEquals(PoemStatus.REJECTED, status(2));
    assertEquals(List.of(), community.store().forTraining());
    Reply refused =
        gives(
            GUS, "poems submit", "text:Another moon", "train:yes", "display:yes", "attribution:no");
    assertTrue(refused.text().startsWith("A moderator has decided"), refused.text());
    assertEquals(List.of("pardon:1"), ids(gives(MIA, "review", "number:1")));
    presses(MIA, "pardon:1");
    submits(GUS, "Another moon");
    assertEquals(PoemStatus.PENDING, status(3));
    assertEquals(1, community.store().forTraining().size());
  }

  @Test
  void aTrustedAuthorSkipsTheQueue() {
    submits(GUS, "The moon is up");
    presses(MIA, "trust:1");
    submits(GUS, "The sun is down");
    assertEquals(PoemStatus.PENDING, status(1));
    assertEquals(PoemStatus.APPROVED, status(2));
  }

  @Test
  void theTrailSaysWhoDecidedWhat() {
    assertEquals("No moderator has decided anything yet.", gives(MIA, "audit").text());
    submits(GUS, "The moon is up");
    presses(MIA, "refuse:1-spam");
    presses(MAX, "trust:1");
    String trail = gives(MIA, "audit").text();
    assertTrue(trail.contains("poem 1 rejected by test 1: Spam"), trail);
    assertTrue(trail.contains("poem 1 (its author trusted) by test 2"), trail);
  }

  @Test
  void moderatorsAreToldOfWhatWaits() {
    var told = new ArrayList<Reply>();
    community.noticeboard().addChannel(notice -> told.add(notice.in(Locale.GERMAN)));
    submits(GUS, "The moon is up");
    submits(GUS.ranked(Rank.OWNER), "An owner's moon");
    assertEquals(1, told.size());
    assertEquals("Gedicht 1 von Gus (test)\n\nThe moon is up", told.get(0).text());
    assertEquals("approve:1", told.get(0).buttons().get(0).id());
  }

  @Test
  void nonsenseIsOneSentence() {
    submits(GUS, "The moon is up");
    assertEquals("There is no poem 77.", presses(MIA, "approve:77").text());
    assertEquals("There is no poem 77.", presses(MIA, "reject:77").text());
    assertEquals("There is no poem 77.", gives(MIA, "review", "number:77").text());
    for (String press : List.of("refuse:1", "refuse:1-", "refuse:x-spam", "refuse:1-nothing")) {
      assertEquals("This button no longer does anything.", presses(MIA, press).text());
    }
    assertTrue(gives(MIA, "review", "verdict:approve").text().startsWith("Which poem?"));
    assertTrue(
        ran(new Invocation(MIA, "here", "review", Map.of("number", "1", "verdict", "eat")))
            .text()
            .contains("approve, reject, ban, trust, pardon"));
    assertEquals(PoemStatus.PENDING, status(1));
  }

  /** Found by fuzzing: what had been let pass as a choice then failed. */
  @Test
  void aVerdictMayStandBetweenBlanksAndInAnyCase() {
    submits(GUS, "The moon is late\nand so am I");
    gives(MIA, "review", "number:1", "verdict: APPROVE ");
    assertEquals(PoemStatus.APPROVED, status(1));
  }
}
