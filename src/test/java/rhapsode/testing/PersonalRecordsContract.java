package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.Community;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.Deed;
import rhapsode.community.PersonalData;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoem;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standing;
import rhapsode.community.Standings;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;
import rhapsode.community.WrittenPoem;

/** What every {@link PersonalRecords} promises. A subclass gives fresh, empty stores each test. */
public abstract class PersonalRecordsContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");
  private static final Author OTHER_ADA = new Author("telegram", "1", "Ada");
  private static final Consent CONSENT = new Consent(true, true, true, "2026-11", NOW);
  private static final WrittenPoem.Request REQUEST =
      new WrittenPoem.Request("moon", "haiku", 0.8, "sad");

  protected abstract PoemStore store();

  protected abstract ShownPoems shown();

  protected abstract Standings standings();

  protected abstract Anthology anthology();

  protected abstract PersonalRecords records();

  private SubmittedPoem give(Author author, String text, PoemStatus status) {
    return store().add(new Submission(author, "here", "A title", text, CONSENT, status), NOW);
  }

  private WrittenPoem write(Author asker) {
    return anthology().keep(asker, "here", REQUEST, "The moon.", "base", NOW);
  }

  @Test
  void givesAllThereIsAboutAPersonAndNothingElse() {
    SubmittedPoem approved = give(ADA, "moon one", PoemStatus.APPROVED);
    SubmittedPoem decided = give(ADA, "moon two", PoemStatus.PENDING);
    SubmittedPoem withdrawn = give(ADA, "moon three", PoemStatus.PENDING);
    SubmittedPoem other = give(BEN, "moon four", PoemStatus.APPROVED);
    var decision = new Decision(PoemStatus.REJECTED, BEN, "No poem.", NOW);
    store().decide(decided.id(), decision);
    store().withdraw(withdrawn.id(), ADA, NOW.plusSeconds(1));
    shown().like(other.id(), ADA, NOW);
    shown().like(approved.id(), BEN, NOW);
    WrittenPoem written = write(ADA);
    WrittenPoem others = write(BEN);
    write(OTHER_ADA);
    anthology().like(others.id(), ADA, NOW);
    anthology().like(others.id(), OTHER_ADA, NOW);
    PersonalData data = records().of(new Author("discord", "1", "Renamed"));
    assertEquals(
        List.of(
            new PersonalData.Given(approved, Optional.empty(), Optional.empty()),
            new PersonalData.Given(
                store().find(decided.id()).orElseThrow(),
                store().decision(decided.id()),
                Optional.empty()),
            new PersonalData.Given(
                store().find(withdrawn.id()).orElseThrow(),
                Optional.empty(),
                Optional.of(NOW.plusSeconds(1)))),
        data.given());
    assertEquals(List.of(new PersonalData.Like(other.id(), NOW)), data.likes());
    assertEquals(List.of(written), data.written());
    assertEquals(List.of(new PersonalData.Like(others.id(), NOW)), data.writtenLikes());
  }

  @Test
  void knowsNothingOfAStranger() {
    give(BEN, "moon", PoemStatus.APPROVED);
    assertTrue(records().of(ADA).isEmpty());
    assertFalse(records().erase(ADA, NOW));
    assertEquals(1, records().of(BEN).given().size());
  }

  @Test
  void erasesAllOfItAndNothingElse() {
    SubmittedPoem mine = give(ADA, "moon one", PoemStatus.APPROVED);
    SubmittedPoem other = give(BEN, "moon two", PoemStatus.APPROVED);
    shown().like(mine.id(), BEN, NOW);
    shown().like(other.id(), ADA, NOW);
    shown().like(other.id(), BEN, NOW);
    WrittenPoem written = write(ADA);
    WrittenPoem others = write(BEN);
    anthology().like(written.id(), BEN, NOW);
    anthology().like(others.id(), ADA, NOW);
    anthology().like(others.id(), BEN, NOW);
    assertTrue(records().erase(ADA, NOW));
    assertTrue(records().of(ADA).isEmpty());
    assertFalse(records().erase(ADA, NOW));
    assertEquals(List.of(), store().byAuthor(ADA));
    assertEquals(List.of(other), store().forTraining());
    assertFalse(store().holdsText("moon one"));
    assertEquals(Optional.empty(), anthology().find(written.id()));
    assertEquals(1, anthology().likes(others.id()));
    assertEquals(
        List.of(new ShownPoem(other.id(), "A title", "moon two", "Ben", 1)),
        shown().best(new Community("discord", "here"), 10));
    assertEquals(List.of(new PersonalData.Like(other.id(), NOW)), records().of(BEN).likes());
    assertEquals(
        List.of(new PersonalData.Like(others.id(), NOW)), records().of(BEN).writtenLikes());
  }

  @Test
  void trustGoesWithTheRestAndABanStays() {
    long mine = give(ADA, "moon one", PoemStatus.PENDING).id();
    var trusted = new Deed(Deed.Kind.TRUSTED, mine, BEN, "", NOW);
    standings().change(ADA, trusted);
    assertEquals(Standing.TRUSTED, records().of(ADA).standing());
    assertEquals(
        List.of(new Deed(Deed.Kind.TRUSTED, mine, new Author("discord", "2", ""), "", NOW)),
        records().of(BEN).deeds());
    records().erase(ADA, NOW);
    assertEquals(Standing.NEUTRAL, records().of(ADA).standing());
    assertEquals(1, records().of(BEN).deeds().size());
    long next = give(ADA, "moon two", PoemStatus.PENDING).id();
    standings().change(ADA, new Deed(Deed.Kind.BANNED, next, BEN, "", NOW));
    records().erase(ADA, NOW);
    assertEquals(Standing.BANNED, records().of(ADA).standing());
  }

  @Test
  void leavesANumberAndWhatHadBeenAllowed() {
    SubmittedPoem first = give(ADA, "moon one", PoemStatus.APPROVED);
    SubmittedPoem second = give(ADA, "moon two", PoemStatus.APPROVED);
    store().withdraw(second.id(), ADA, NOW);
    records().erase(ADA, NOW.plusSeconds(9));
    for (long id : List.of(first.id(), second.id())) {
      assertEquals(
          new SubmittedPoem(
              id,
              new Author("discord", Author.ERASED, ""),
              "",
              "",
              "",
              NOW,
              CONSENT,
              PoemStatus.WITHDRAWN),
          store().find(id).orElseThrow());
    }
    assertNotEquals(second.id(), give(ADA, "moon three", PoemStatus.PENDING).id());
  }
}
