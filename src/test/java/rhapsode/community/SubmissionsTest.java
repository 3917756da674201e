package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.community.Receipt.Accepted;
import rhapsode.community.Receipt.Refused;
import rhapsode.testing.Community;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.SettableClock;

final class SubmissionsTest {
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final SettableClock clock = new SettableClock();
  private final Submissions submissions = new Community(store, clock).submissions();

  @Test
  void takesAPoemAndWaitsForAModerator() {
    SubmittedPoem poem = accepted(submissions.submit(draft(ADA, "The moon is up"), false));
    assertEquals(PoemStatus.PENDING, poem.status());
    assertEquals(List.of(poem), submissions.mine(ADA));
    assertEquals(List.of(), store.forTraining());
  }

  @Test
  void takesAnOwnersPoemAtOnce() {
    SubmittedPoem poem = accepted(submissions.submit(draft(ADA, "The moon is up"), true));
    assertEquals(PoemStatus.APPROVED, poem.status());
    assertEquals(List.of(poem), store.forTraining());
  }

  @Test
  void recordsWhatWasAllowedWhenAndToWhichText() {
    Permission permission = new Permission(true, false, true, "2026-11");
    clock.tick(Duration.ofHours(1));
    SubmittedPoem poem =
        accepted(submissions.submit(new Draft(ADA, "s", "", "a moon", permission), false));
    assertEquals(new Consent(true, false, true, "2026-11", clock.instant()), poem.consent());
    assertEquals(clock.instant(), poem.at());
  }

  @Test
  void storesTheCleanedTextAndTitle() {
    String typed = "\r\nThe mo\u200Bon \r\n\r\n\r\nis cafe\u0301\u202E\t\r\n";
    SubmittedPoem poem =
        accepted(submissions.submit(draft(ADA, " My\n title\u0007 ", typed), false));
    assertEquals("The moon\n\nis caf\u00E9", poem.text());
    assertEquals("My title", poem.title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "\u200B\u200B\u3164", "\u0000"})
  void refusesAnEmptyPoem(String text) {
    assertRefused("The poem is empty; please write at least two words.", draft(ADA, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"moon", "moon!!", "moon ♥", "moon - 1"})
  void refusesASingleWord(String text) {
    assertRefused(
        "The poem has fewer than two words; please write at least two.", draft(ADA, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12 34 56", "Белеет парус одинокий", "古池や 蛙飛びこむ", "?! ... ;-)", "a 🌙🌙🌙🌙🌙🌙"})
  void refusesWhatTheModelCannotRead(String text) {
    assertRefused(
        "The poem has too few Latin letters for the model, which knows no others;"
            + " please write it in Latin script.",
        draft(ADA, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Füße über Øl", "the moon 🌙 and парус", "I am", "love at 24/7"})
  void takesWhatIsMostlyLatin(String text) {
    assertEquals(text, accepted(submissions.submit(draft(ADA, text), false)).text());
  }

  @Test
  void takesTheLongestAndRefusesOneMore() {
    String longest = "moon ".repeat(799) + "moons";
    assertEquals(4000, accepted(submissions.submit(draft(ADA, longest), false)).text().length());
    assertRefused(
        "The poem has 4,001 characters; please shorten it to at most 4,000.",
        draft(ADA, longest + "s"));
  }

  @Test
  void takesTheLongestTitleAndRefusesOneMore() {
    String longest = "t".repeat(100);
    assertEquals(
        longest,
        accepted(submissions.submit(draft(ADA, longest + "\u200B ", "a moon"), false)).title());
    assertRefused(
        "The title has 101 characters; please shorten it to at most 100.",
        draft(ADA, longest + "t", "the sun"));
  }

  @Test
  void refusesWhatMayNotBeUsedForAnything() {
    Draft draft = new Draft(ADA, "s", "", "a moon", new Permission(false, false, true, "2026-11"));
    assertRefused(
        "Nothing may be done with this poem, so it is not kept;"
            + " please allow training, display, or both.",
        draft);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void oneOfTrainingAndDisplayIsEnough(boolean training, boolean display) {
    Permission permission = new Permission(training, display, false, "2026-11");
    accepted(submissions.submit(new Draft(ADA, "s", "", "a moon", permission), false));
  }

  @Test
  void refusesConsentToAnotherText() {
    Draft draft = new Draft(ADA, "s", "", "a moon", new Permission(true, true, true, "2020-01"));
    assertRefused(
        "The consent text has changed since it was shown to you;"
            + " please read the new one and send the poem again.",
        draft);
  }

  @Test
  void refusesTheSamePoemAgain() {
    SubmittedPoem poem = accepted(submissions.submit(draft(ADA, "The moon\nis up"), false));
    assertRefused(
        "This poem was given before; please send another one.",
        draft(BEN, "the MOON  is \u200Bup"));
    assertTrue(submissions.withdraw(poem.id(), ADA));
    accepted(submissions.submit(draft(BEN, "the MOON  is up"), false));
  }

  @Test
  void givesBackOnlyToTheAuthor() {
    SubmittedPoem poem = accepted(submissions.submit(draft(ADA, "The moon is up"), false));
    assertFalse(submissions.withdraw(poem.id(), BEN));
    assertTrue(submissions.withdraw(poem.id(), ADA));
    assertFalse(submissions.withdraw(poem.id(), ADA));
    assertEquals("", store.find(poem.id()).orElseThrow().text());
  }

  @Test
  void givesBackAll() {
    submissions.submit(draft(ADA, "moon one"), false);
    submissions.submit(draft(ADA, "moon two"), true);
    submissions.submit(draft(BEN, "moon three"), false);
    assertEquals(2, submissions.withdrawAll(ADA));
    assertEquals(0, submissions.withdrawAll(ADA));
    assertEquals(1, submissions.mine(BEN).size());
  }

  @Test
  void storesOneOfManyIdenticalPoemsAtOnce() throws Exception {
    int threads = 8;
    CountDownLatch start = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        receipts.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return submissions.submit(draft(ADA, "The moon is up"), false);
                }));
      }
      int accepted = 0;
      for (Future<Receipt> receipt : receipts) {
        accepted += receipt.get() instanceof Accepted ? 1 : 0;
      }
      assertEquals(1, accepted);
    } finally {
      pool.shutdown();
    }
    assertEquals(1, store.count(PoemStatus.PENDING));
  }

  private void assertRefused(String sentence, Draft draft) {
    int before = store.count(PoemStatus.PENDING);
    Refused refused = assertInstanceOf(Refused.class, submissions.submit(draft, false));
    assertEquals(sentence, refused.sentence().english());
    assertEquals(before, store.count(PoemStatus.PENDING));
  }

  private static SubmittedPoem accepted(Receipt receipt) {
    return assertInstanceOf(Accepted.class, receipt).poem();
  }

  private static Draft draft(Author author, String text) {
    return draft(author, "", text);
  }

  private static Draft draft(Author author, String title, String text) {
    return new Draft(author, "server", title, text, Permission.everything());
  }
}
