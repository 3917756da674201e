package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** What every poem store has to do. */
abstract class PoemStoreContract {
  static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");
  static final Author ADA = new Author("console", "1", "Ada");
  static final Author BOB = new Author("console", "2", "Bob");

  abstract PoemStore store();

  static Submission poem(Author author, String text, boolean training, PoemStatus status) {
    var consent = new Consent(training, true, false, "2026-11", AT);
    return new Submission(author, "console", "A title", text, consent, status);
  }

  private SubmittedPoem add(Author author, String text) {
    return store().add(poem(author, text, true, PoemStatus.APPROVED), AT);
  }

  @Test
  void whatIsAddedIsFoundAsItWas() {
    SubmittedPoem added = add(ADA, "The moon\nis late.");
    assertTrue(added.id() > 0);
    assertEquals(added, store().find(added.id()).orElseThrow());
    assertTrue(store().find(added.id() + 100).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table poem; --",
        "**bold** [link](http://x) <@123> @everyone `code`",
        "👩🏽‍🚀🌙 שלום\nشعر",
        "\\ \" % _ ${x} #{y}"
      })
  void anyTextInAnyFieldComesBack(String text) {
    var author = new Author("console", "9", text);
    var consent = new Consent(true, false, true, "2026-11", AT);
    SubmittedPoem added =
        store().add(new Submission(author, "c", text, text, consent, PoemStatus.PENDING), AT);
    assertEquals(added, store().find(added.id()).orElseThrow());
    assertEquals(List.of(added), store().byAuthor(author));
  }

  @Test
  void fourThousandEmojiFit() {
    String text = "🌙".repeat(4000);
    assertEquals(text, store().find(add(ADA, text).id()).orElseThrow().text());
  }

  @Test
  void anAuthorSeesOwnPoemsNewestFirst() {
    SubmittedPoem one = add(ADA, "one poem");
    add(BOB, "another hand");
    SubmittedPoem two = add(ADA, "two poems");
    assertEquals(List.of(two, one), store().byAuthor(ADA));
    assertEquals(List.of(two, one), store().byAuthor(new Author("console", "1", "renamed")));
    assertEquals(List.of(), store().byAuthor(new Author("discord", "1", "Ada")));
  }

  @Test
  void withdrawingErasesTheWordsAndIsForTheAuthorAlone() {
    SubmittedPoem poem = add(ADA, "take me back");
    assertFalse(store().withdraw(poem.id(), BOB, AT));
    assertTrue(store().withdraw(poem.id(), ADA, AT));
    assertFalse(store().withdraw(poem.id(), ADA, AT));
    SubmittedPoem rest = store().find(poem.id()).orElseThrow();
    assertEquals(PoemStatus.WITHDRAWN, rest.status());
    assertEquals("", rest.text() + rest.title());
    assertEquals(List.of(), store().byAuthor(ADA));
    assertEquals(List.of(), store().forTraining());
    assertFalse(store().holdsText("take me back"));
  }

  @Test
  void onlyApprovedPoemsWithConsentTeach() {
    SubmittedPoem yes = add(ADA, "teach me");
    store().add(poem(ADA, "show me only", false, PoemStatus.APPROVED), AT);
    store().add(poem(ADA, "not looked at yet", true, PoemStatus.PENDING), AT);
    assertEquals(List.of(yes), store().forTraining());
    assertEquals(2, store().count(PoemStatus.APPROVED));
    assertEquals(1, store().count(PoemStatus.PENDING));
    assertEquals(0, store().count(PoemStatus.REJECTED));
  }

  @Test
  void theSameTextIsRecognised() {
    add(ADA, "The moon\nis late");
    assertTrue(store().holdsText("the  MOON is late\n"));
    assertFalse(store().holdsText("the moon is early"));
  }
}
