package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.community.Deed.Kind.APPROVED;
import static rhapsode.community.Deed.Kind.BANNED;
import static rhapsode.community.Deed.Kind.PARDONED;
import static rhapsode.community.Deed.Kind.TRUSTED;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.Decision;
import rhapsode.community.Deed;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.Standing;
import rhapsode.community.Standings;
import rhapsode.community.Submission;

/** What every {@link Standings} promises. A subclass gives a fresh, empty one for each test. */
public abstract class StandingsContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Author ADA = new Author("console", "1", "Ada");
  private static final Author BEN = new Author("console", "2", "Ben");

  protected abstract Standings standings();

  /** The poems of the same community. */
  protected abstract PoemStore poems();

  private long poem(Author author, PoemStatus status) {
    Consent consent = new Consent(true, true, true, "2026-11", NOW);
    return poems().add(new Submission(author, "here", "", "moon", consent, status), NOW).id();
  }

  private static Deed deed(Deed.Kind kind, long poem, int seconds) {
    return new Deed(kind, poem, new Author("console", "2", ""), "", NOW.plusSeconds(seconds));
  }

  @Test
  void everyoneIsLikeEveryoneAtFirst() {
    assertEquals(Standing.NEUTRAL, standings().of(ADA));
    assertEquals(List.of(), standings().deeds(5));
  }

  @Test
  void aChangeIsMadeAndKeptOnce() {
    long poem = poem(ADA, PoemStatus.PENDING);
    assertTrue(standings().change(ADA, deed(TRUSTED, poem, 1)));
    assertFalse(standings().change(ADA, deed(TRUSTED, poem, 2)));
    assertTrue(standings().change(ADA, deed(BANNED, poem, 3)));
    assertEquals(Standing.BANNED, standings().of(new Author("console", "1", "renamed")));
    assertEquals(Standing.NEUTRAL, standings().of(new Author("discord", "1", "Ada")));
    assertTrue(standings().change(ADA, deed(PARDONED, poem, 4)));
    assertFalse(standings().change(ADA, deed(PARDONED, poem, 5)));
    assertEquals(Standing.NEUTRAL, standings().of(ADA));
    assertEquals(
        List.of(deed(PARDONED, poem, 4), deed(BANNED, poem, 3), deed(TRUSTED, poem, 1)),
        standings().deeds(5));
    assertEquals(List.of(deed(PARDONED, poem, 4)), standings().deeds(1));
  }

  @Test
  void aBannedAuthorsPoemsAreNotLearnedMeanwhile() {
    long poem = poem(ADA, PoemStatus.APPROVED);
    long other = poem(BEN, PoemStatus.APPROVED);
    standings().change(ADA, deed(BANNED, poem, 1));
    assertEquals(List.of(other), poems().forTraining().stream().map(p -> p.id()).toList());
    assertEquals(1, poems().countForTraining());
    standings().change(ADA, deed(PARDONED, poem, 2));
    assertEquals(2, poems().forTraining().size());
  }

  @Test
  void decisionsAboutPoemsAreInTheTrail() {
    long poem = poem(ADA, PoemStatus.PENDING);
    poems().decide(poem, new Decision(PoemStatus.APPROVED, BEN, "", NOW.plusSeconds(1)));
    standings().change(ADA, deed(TRUSTED, poem, 2));
    assertEquals(List.of(deed(TRUSTED, poem, 2), deed(APPROVED, poem, 1)), standings().deeds(5));
    assertEquals(standings().deeds(5), standings().deedsOf(BEN));
    assertEquals(List.of(), standings().deedsOf(ADA));
  }

  @Test
  void ofManyChangesAtOnceOneCounts() {
    long poem = poem(ADA, PoemStatus.PENDING);
    long counted =
        IntStream.range(0, 20)
            .parallel()
            .filter(i -> standings().change(ADA, deed(BANNED, poem, i)))
            .count();
    assertEquals(1, counted);
    assertEquals(1, standings().deeds(50).size());
  }
}
