package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.SettableClock;

class SubmissionsTest {
  private static final Author ADA = new Author("console", "1", "Ada");
  private static final Permissions ALL = new Permissions(true, true, true);

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final SettableClock clock = new SettableClock();
  private final Submissions submissions = new Submissions(store, clock);

  @Test
  void keepsThePoemWithWhatWasAllowedAndWhen() {
    var permissions = new Permissions(true, false, true);
    SubmittedPoem poem =
        assertInstanceOf(
                SubmissionResult.Accepted.class,
                submissions.submit(ADA, "console", "Late", "The moon\nis late.", permissions, true))
            .poem();
    assertEquals(
        new Consent(true, false, true, ConsentText.VERSION, clock.instant()), poem.consent());
    assertEquals(PoemStatus.APPROVED, poem.status());
    assertEquals(List.of(poem), submissions.mine(ADA));
  }

  @Test
  void poemsOfOthersThanOwnersWaitForAModerator() {
    submissions.submit(ADA, "c", "", "The moon is late.", ALL, false);
    assertEquals(PoemStatus.PENDING, submissions.mine(ADA).get(0).status());
  }

  @Test
  void textIsCleanedOfWhatNobodySees() {
    submissions.submit(
        ADA,
        "c",
        "A\ntitle\u202E",
        "\r\n  The\u200B moon \u0000\r\nis la\u0301\u0301\u0301\u0301te\n\n\n\n\nhere\t\n",
        ALL,
        true);
    SubmittedPoem poem = submissions.mine(ADA).get(0);
    assertEquals("A title", poem.title());
    assertTrue(poem.text().startsWith("The moon\nis l"), poem.text());
    assertTrue(poem.text().endsWith("te\n\nhere"), poem.text());
    assertTrue(poem.text().length() < 30, "too many marks: " + poem.text());
  }

  @Test
  void refusesWithOneSentence() {
    refused("", "A poem has at least two words; write a little more.");
    refused("moon", "A poem has at least two words; write a little more.");
    refused("🌙 🌙 🌙", "A poem has at least two words; write a little more.");
    refused(
        "a ".repeat(2001),
        "A poem has at most 4,000 characters; yours has 4,001. Give a part of it.");
    refused(
        "луна над рекой",
        "Rhapsode reads only the Latin alphabet so far; give a poem that is written in it.");
    assertEquals(List.of(), submissions.mine(ADA));
  }

  @Test
  void refusesAPoemThatMayBeUsedForNothing() {
    var nothing = new Permissions(false, false, true);
    var refused =
        assertInstanceOf(
            SubmissionResult.Refused.class,
            submissions.submit(ADA, "c", "", "The moon is late.", nothing, true));
    assertTrue(refused.sentence().startsWith("You allowed neither training nor display"));
  }

  @Test
  void refusesTheSamePoemAgainEvenAtTheSameMoment() {
    long accepted =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> submissions.submit(ADA, "c", "", "The moon is LATE. ", ALL, true))
            .filter(SubmissionResult.Accepted.class::isInstance)
            .count();
    assertEquals(1, accepted);
    refused("the moon  is late.", "This poem is here already; give another one.");
  }

  @Test
  void withdrawingIsForTheAuthorAndLetsThePoemComeBack() {
    submissions.submit(ADA, "c", "", "The moon is late.", ALL, true);
    long id = submissions.mine(ADA).get(0).id();
    assertFalse(submissions.withdraw(new Author("console", "2", "Ada"), id));
    assertTrue(submissions.withdraw(ADA, id));
    assertEquals(List.of(), submissions.mine(ADA));
    assertInstanceOf(
        SubmissionResult.Accepted.class,
        submissions.submit(ADA, "c", "", "The moon is late.", ALL, true));
  }

  private void refused(String text, String sentence) {
    assertEquals(
        new SubmissionResult.Refused(sentence), submissions.submit(ADA, "c", "", text, ALL, true));
  }
}
