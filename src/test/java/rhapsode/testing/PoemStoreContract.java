package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.community.PoemStatus.APPROVED;
import static rhapsode.community.PoemStatus.PENDING;
import static rhapsode.community.PoemStatus.REJECTED;
import static rhapsode.community.PoemStatus.WITHDRAWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** What every {@link PoemStore} promises. A subclass gives a fresh, empty one for each test. */
public abstract class PoemStoreContract {
  protected static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  protected static final Author ADA = new Author("console", "1", "Ada");
  private static final Author BEN = new Author("console", "2", "Ben");

  protected abstract PoemStore store();

  @Test
  void givesBackWhatItTook() {
    SubmittedPoem added = store().add(poem(ADA, "The moon\n\nis up", PENDING), NOW);
    assertEquals(
        new SubmittedPoem(
            added.id(), ADA, "here", "A title", "The moon\n\nis up", NOW, consent(true), PENDING),
        added);
    assertEquals(Optional.of(added), store().find(added.id()));
  }

  @Test
  void findsNothingUnderAnUnknownNumber() {
    assertEquals(Optional.empty(), store().find(4711));
    assertEquals(Optional.empty(), store().find(-1));
  }

  @Test
  void keepsTimesToTheMicrosecond() {
    Instant nanos = NOW.plusNanos(789);
    Consent consent = new Consent(true, false, true, "2026-11", nanos);
    SubmittedPoem added =
        store().add(new Submission(ADA, "here", "", "a moon", consent, PENDING), nanos);
    assertEquals(NOW, added.at());
    assertEquals(NOW, added.consent().at());
    assertEquals(Optional.of(added), store().find(added.id()));
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void keepsEveryFieldToTheLetter(String odd) {
    Author author = new Author(odd, odd, odd);
    Consent consent = new Consent(false, true, false, odd, NOW);
    String title = odd.substring(0, odd.offsetByCodePoints(0, Math.min(20, odd.length() / 2)));
    SubmittedPoem added =
        store().add(new Submission(author, odd, title, odd, consent, APPROVED), NOW);
    assertEquals(Optional.of(added), store().find(added.id()));
    assertEquals(List.of(added), store().byAuthor(author));
    assertTrue(store().holdsText(odd));
  }

  static Stream<String> oddTexts() {
    return Stream.of(
        "'); drop table poem; -- \" \\ % _ ? :name ${x} /* */",
        "**bold** _it_ `code` [link](http://x) <b>&amp;</b> @everyone <@1> # > | ~~~",
        "👩‍👩‍👧 🏴 ❤️ 🫠 1️⃣ moon",
        "שלום עולם مرحبا بالعالم moon",
        "İstanbul ß ﬁ ǅ é 漢字 ∑ \t tab",
        "line\n  indented\n\nstanza");
  }

  @Test
  void keepsTheLongestTextAndTitle() {
    String text = "moon\n".repeat(800).strip() + "!";
    String title = "🌙".repeat(50);
    SubmittedPoem added =
        store().add(new Submission(ADA, "here", title, text, consent(true), PENDING), NOW);
    assertEquals(Submission.LONGEST_TEXT, text.length());
    assertEquals(Submission.LONGEST_TITLE, title.length());
    assertEquals(Optional.of(added), store().find(added.id()));
  }

  @Test
  void listsAnAuthorsPoemsNewestFirst() {
    SubmittedPoem first = store().add(poem(ADA, "first moon", PENDING), NOW);
    store().add(poem(BEN, "a moon of another", PENDING), NOW);
    SubmittedPoem second = store().add(poem(ADA, "second moon", REJECTED), NOW.minusSeconds(60));
    assertEquals(List.of(second, first), store().byAuthor(ADA));
  }

  @Test
  void knowsAnAuthorByIdAndNotByName() {
    SubmittedPoem added = store().add(poem(ADA, "a moon", PENDING), NOW);
    Author renamed = new Author("console", "1", "Ada Lovelace");
    Author impostor = new Author("console", "3", "Ada");
    Author elsewhere = new Author("discord", "1", "Ada");
    assertEquals(List.of(added), store().byAuthor(renamed));
    for (Author other : List.of(impostor, elsewhere)) {
      assertEquals(List.of(), store().byAuthor(other));
      assertFalse(store().withdraw(added.id(), other, NOW));
    }
    assertTrue(store().withdraw(added.id(), renamed, NOW));
  }

  @Test
  void erasesWhatIsWithdrawn() {
    SubmittedPoem added = store().add(poem(ADA, "a moon", APPROVED), NOW);
    assertTrue(store().withdraw(added.id(), ADA, NOW.plusSeconds(1)));
    SubmittedPoem left = store().find(added.id()).orElseThrow();
    assertEquals(
        new SubmittedPoem(
            added.id(),
            new Author("console", "1", ""),
            "here",
            "",
            "",
            NOW,
            consent(true),
            WITHDRAWN),
        left);
    assertEquals(List.of(), store().byAuthor(ADA));
    assertEquals(List.of(), store().forTraining());
    assertFalse(store().holdsText("a moon"));
  }

  @Test
  void withdrawsOnlyOnceAndOnlyWhatIsThere() {
    SubmittedPoem added = store().add(poem(ADA, "a moon", PENDING), NOW);
    assertTrue(store().withdraw(added.id(), ADA, NOW));
    assertFalse(store().withdraw(added.id(), ADA, NOW));
    assertFalse(store().withdraw(added.id() + 1, ADA, NOW));
  }

  @Test
  void neverGivesANumberTwice() {
    SubmittedPoem first = store().add(poem(ADA, "a moon", PENDING), NOW);
    store().withdraw(first.id(), ADA, NOW);
    assertNotEquals(first.id(), store().add(poem(ADA, "a moon", PENDING), NOW).id());
  }

  @Test
  void trainsOnlyOnWhatIsApprovedAndAllowed() {
    SubmittedPoem first = store().add(poem(BEN, "moon one", APPROVED), NOW);
    store().add(poem(ADA, "moon two", PENDING), NOW);
    store().add(poem(ADA, "moon three", REJECTED), NOW);
    store().add(new Submission(ADA, "here", "", "moon four", consent(false), APPROVED), NOW);
    SubmittedPoem last = store().add(poem(ADA, "moon five", APPROVED), NOW.minusSeconds(60));
    assertEquals(List.of(first, last), store().forTraining());
    assertEquals(2, store().countForTraining());
  }

  @Test
  void countsWhatWasApprovedSinceAMoment() {
    store().add(poem(ADA, "moon one", APPROVED), NOW);
    SubmittedPoem waits = store().add(poem(ADA, "moon two", PENDING), NOW);
    assertEquals(1, store().approvedSince(NOW.minusSeconds(1)));
    assertEquals(0, store().approvedSince(NOW));
    store().decide(waits.id(), new Decision(APPROVED, BEN, "", NOW.plusSeconds(60)));
    assertEquals(1, store().approvedSince(NOW.plusSeconds(59)));
    assertEquals(0, store().approvedSince(NOW.plusSeconds(60)));
    store().add(new Submission(ADA, "here", "", "moon four", consent(false), APPROVED), NOW);
    assertEquals(2, store().approvedSince(NOW.minusSeconds(1)));
  }

  @Test
  void aPoemThatWaitsIsDecidedOnce() {
    SubmittedPoem first = store().add(poem(ADA, "moon one", PENDING), NOW);
    SubmittedPoem second = store().add(poem(ADA, "moon two", PENDING), NOW);
    var yes = new Decision(APPROVED, BEN, "", NOW.plusSeconds(1));
    var no = new Decision(REJECTED, BEN, "Not a poem.", NOW.plusSeconds(2));
    assertEquals(Optional.of(first), store().firstPending());
    assertEquals(Optional.empty(), store().decision(first.id()));
    assertTrue(store().decide(first.id(), yes));
    assertFalse(store().decide(first.id(), no));
    assertEquals(List.of(first.id()), store().forTraining().stream().map(p -> p.id()).toList());
    assertEquals(1, store().countForTraining());
    assertEquals(
        Optional.of(new Decision(APPROVED, new Author("console", "2", ""), "", yes.at())),
        store().decision(first.id()));
    assertEquals(Optional.of(second), store().firstPending());
    assertTrue(store().decide(second.id(), no));
    assertEquals("Not a poem.", store().decision(second.id()).orElseThrow().reason());
    assertEquals(Optional.empty(), store().firstPending());
    assertFalse(store().decide(4711, yes));
  }

  @Test
  void whatWasTakenBackIsNotDecided() {
    SubmittedPoem taken = store().add(poem(ADA, "moon one", PENDING), NOW);
    store().withdraw(taken.id(), ADA, NOW);
    assertFalse(store().decide(taken.id(), new Decision(APPROVED, BEN, "", NOW)));
    assertEquals(WITHDRAWN, store().find(taken.id()).orElseThrow().status());
  }

  @Test
  void ofManyDecisionsAtOnceOneCounts() {
    long id = store().add(poem(ADA, "moon one", PENDING), NOW).id();
    long counted =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> new Decision(i % 2 == 0 ? APPROVED : REJECTED, BEN, "", NOW))
            .filter(decision -> store().decide(id, decision))
            .count();
    assertEquals(1, counted);
    assertEquals(
        store().find(id).orElseThrow().status(), store().decision(id).orElseThrow().verdict());
  }

  @Test
  void knowsATextWhateverItsBlanksAndCase() {
    store().add(poem(ADA, "The Moon\nis UP, straße", REJECTED), NOW);
    assertTrue(store().holdsText("  the moon is\n\n up,\tSTRASSE "));
    assertFalse(store().holdsText("The Moon is down"));
  }

  @Test
  void countsByStatus() {
    store().add(poem(ADA, "moon one", PENDING), NOW);
    store().add(poem(ADA, "moon two", PENDING), NOW);
    SubmittedPoem third = store().add(poem(ADA, "moon three", APPROVED), NOW);
    store().withdraw(third.id(), ADA, NOW);
    assertEquals(List.of(2, 0, 0, 1), Stream.of(PoemStatus.values()).map(store()::count).toList());
  }

  protected static Submission poem(Author author, String text, PoemStatus status) {
    return new Submission(author, "here", "A title", text, consent(true), status);
  }

  private static Consent consent(boolean training) {
    return new Consent(training, true, false, "2026-11", NOW);
  }
}
