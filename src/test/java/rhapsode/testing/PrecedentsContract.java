package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PersonalRecords;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Precedents;
import rhapsode.community.Submission;
import rhapsode.community.SubmittedPoem;

/** What every {@link Precedents} promises. A subclass gives fresh, empty stores for each test. */
public abstract class PrecedentsContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");
  private static final Consent CONSENT = new Consent(true, true, true, "2026-11", NOW);
  private static final String FERRY =
      "The ferry hums across the bay,\na lamp is lit at end of day,\n"
          + "the gulls come in, the nets are dry,\nand one slow star is in the sky.";

  protected abstract PoemStore store();

  protected abstract Precedents precedents();

  protected abstract PersonalRecords records();

  private SubmittedPoem add(Author author, String text, Instant at) {
    return store().add(new Submission(author, "here", "", text, CONSENT, PoemStatus.PENDING), at);
  }

  private List<Long> like(String text) {
    return precedents().like(text).stream().map(SubmittedPoem::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FERRY,
        "THE FERRY hums // across the b\u00E1y a lamp is lit at end of day the gulls come in the nets"
            + " are dry and one slow star is in the sky",
        "The ferry sings across the bay,\na lamp is lit at end of day,\n"
            + "the gulls fly in, the nets are dry,\nand one slow star is in the sky.",
        "And one slow star is in the sky.\nThe ferry hums across the bay,\n"
            + "a lamp is lit at end of day,\nthe gulls come in, the nets are dry."
      })
  void recognisesAPoemWithAFewWordsChanged(String text) {
    long id = add(ADA, FERRY, NOW).id();
    assertEquals(List.of(id), like(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry rests across the street,\nthe lamps are out, and cold my feet,\n"
            + "a dog goes home, the rain is here,\nand nobody will come this year.",
        "the ferry",
        "moon",
        "',.- !",
        "'); drop table poem; -- the ferry hums"
      })
  void takesNoOtherPoemForIt(String text) {
    add(ADA, FERRY, NOW);
    assertEquals(List.of(), like(text));
  }

  @Test
  void recognisesTheShortestPoemsOnlyAsAWhole() {
    long id = add(ADA, "moon one", NOW).id();
    assertEquals(List.of(id), like("Moon: one!"));
    assertEquals(List.of(), like("moon two"));
  }

  @Test
  void recognisesTheLongestPoems() {
    var words = new StringBuilder();
    for (int i = 0; words.length() < 3900; i++) {
      words.append("word").append(i).append(i % 7 == 6 ? '\n' : ' ');
    }
    long id = add(ADA, words.toString().strip(), NOW).id();
    assertEquals(List.of(id), like(words.toString().replace("word17 ", "other ")));
    assertEquals(List.of(), like(words.toString().replace("word", "verse")));
  }

  @Test
  void recognisesWhatWasWithdrawnButNotWhatWasErased() {
    long id = add(ADA, FERRY, NOW).id();
    store().withdraw(id, ADA, NOW);
    assertEquals(List.of(id), like(FERRY));
    records().erase(ADA, NOW);
    assertEquals(List.of(), like(FERRY));
  }

  @Test
  void countsWhatAnAuthorGaveSinceATime() {
    add(ADA, "moon one", NOW.minusSeconds(1));
    long id = add(ADA, "moon two", NOW).id();
    add(ADA, "moon three", NOW.plusSeconds(1));
    add(BEN, "moon four", NOW);
    store().withdraw(id, ADA, NOW);
    assertEquals(2, precedents().givenSince(NOW, new Author("discord", "1", "Renamed")));
    assertEquals(0, precedents().givenSince(NOW, new Author("telegram", "1", "Ada")));
  }
}
