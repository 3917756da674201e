package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rhapsode.community.PoemStatus.APPROVED;
import static rhapsode.community.PoemStatus.PENDING;
import static rhapsode.community.PoemStatus.REJECTED;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.community.Anthology;
import rhapsode.community.Author;
import rhapsode.community.Census;
import rhapsode.community.Census.Figures;
import rhapsode.community.Census.Month;
import rhapsode.community.Census.Place;
import rhapsode.community.Consent;
import rhapsode.community.Deed;
import rhapsode.community.PoemStatus;
import rhapsode.community.PoemStore;
import rhapsode.community.ShownPoems;
import rhapsode.community.Standings;
import rhapsode.community.Submission;
import rhapsode.community.WrittenPoem;

/** What every {@link Census} promises. A subclass gives a fresh, empty one for each test. */
public abstract class CensusContract {
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");
  private static final Author EVE = new Author("telegram", "1", "Eve");
  private static final Place HERE = new Place("discord", "here");
  private static final Instant SEPTEMBER = Instant.parse("2026-09-30T23:59:59.999999Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-31T12:00:00Z");

  protected abstract Census census();

  /** The poems that it counts. */
  protected abstract PoemStore poems();

  /** Who likes which of them. */
  protected abstract ShownPoems shown();

  /** Where their authors stand. */
  protected abstract Standings standings();

  /** The written poems that it counts. */
  protected abstract Anthology anthology();

  private long gives(Author who, String community, PoemStatus status, Instant at) {
    var consent = new Consent(true, true, true, "2026-11", at);
    return poems().add(new Submission(who, community, "", "moon", consent, status), at).id();
  }

  private long asks(Author who, String community, Instant at) {
    var request = new WrittenPoem.Request("moon", "", 0.8, "");
    return anthology().keep(who, community, request, "The moon", "base", at).id();
  }

  private static Month month(String month, int... counts) {
    return new Month(
        YearMonth.parse(month), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  @Test
  void nothingIsNoMonth() {
    assertEquals(new Figures(List.of(), 0, 0), census().everywhere());
    assertEquals(new Figures(List.of(), 0, 0), census().in(HERE));
  }

  @Test
  void countsMonthsByStandingAndLeavesEmptyOnesOut() {
    gives(ADA, "here", APPROVED, SEPTEMBER);
    gives(ADA, "here", PENDING, OCTOBER);
    gives(ADA, "here", REJECTED, OCTOBER);
    gives(BEN, "here", APPROVED, OCTOBER);
    gives(new Author("discord", "2", "Renamed"), "here", APPROVED, DECEMBER);
    assertEquals(
        new Figures(
            List.of(
                month("2026-09", 1, 0, 0, 1, 0, 0),
                month("2026-10", 1, 1, 1, 2, 0, 0),
                month("2026-12", 1, 0, 0, 1, 0, 0)),
            2,
            3),
        census().in(HERE));
    assertEquals(census().in(HERE), census().everywhere());
  }

  @Test
  void aPlaceIsAPlatformAndACommunity() {
    gives(ADA, "here", APPROVED, OCTOBER);
    gives(ADA, "there", APPROVED, OCTOBER);
    gives(EVE, "here", APPROVED, OCTOBER);
    assertEquals(new Figures(List.of(month("2026-10", 1, 0, 0, 1, 0, 0)), 1, 1), census().in(HERE));
    assertEquals(
        new Figures(List.of(month("2026-10", 3, 0, 0, 2, 0, 0)), 2, 3), census().everywhere());
  }

  @Test
  void whatWasTakenBackOrErasedNoLongerCounts() {
    poems().withdraw(gives(ADA, "here", APPROVED, OCTOBER), ADA, OCTOBER);
    long written = asks(ADA, "here", OCTOBER);
    anthology().like(written, BEN, OCTOBER);
    anthology().erase(written);
    assertEquals(new Figures(List.of(), 0, 0), census().everywhere());
  }

  @Test
  void writtenPoemsAndLikesCountWhenTheyCome() {
    long september = asks(ADA, "here", SEPTEMBER);
    asks(BEN, "here", SEPTEMBER);
    long elsewhere = asks(EVE, "here", OCTOBER);
    anthology().like(september, ADA, SEPTEMBER);
    anthology().like(september, BEN, DECEMBER);
    anthology().like(elsewhere, BEN, DECEMBER);
    assertEquals(
        List.of(month("2026-09", 0, 0, 0, 0, 2, 1), month("2026-12", 0, 0, 0, 0, 0, 1)),
        census().in(HERE).months());
    assertEquals(
        List.of(
            month("2026-09", 0, 0, 0, 0, 2, 1),
            month("2026-10", 0, 0, 0, 0, 1, 0),
            month("2026-12", 0, 0, 0, 0, 0, 2)),
        census().everywhere().months());
  }

  @Test
  void likesOfSubmittedPoemsCountToo() {
    long here = gives(ADA, "here", APPROVED, SEPTEMBER);
    long there = gives(ADA, "there", APPROVED, SEPTEMBER);
    shown().like(here, BEN, OCTOBER);
    shown().like(there, BEN, OCTOBER);
    anthology().like(asks(BEN, "here", OCTOBER), ADA, OCTOBER);
    assertEquals(month("2026-10", 0, 0, 0, 0, 1, 2), census().in(HERE).months().get(1));
    assertEquals(month("2026-10", 0, 0, 0, 0, 1, 3), census().everywhere().months().get(1));
  }

  @Test
  void onlyWhatMayBeLearnedFromCountsAsLesson() {
    long poem = gives(ADA, "here", APPROVED, OCTOBER);
    gives(BEN, "here", APPROVED, OCTOBER);
    gives(BEN, "here", PENDING, OCTOBER);
    var mute = new Consent(false, true, false, "2026-11", OCTOBER);
    poems().add(new Submission(BEN, "here", "", "sun", mute, APPROVED), OCTOBER);
    assertEquals(2, census().in(HERE).lessons());
    standings().change(ADA, new Deed(Deed.Kind.BANNED, poem, BEN, "", OCTOBER));
    assertEquals(1, census().in(HERE).lessons());
    assertEquals(1, census().everywhere().lessons());
    assertEquals(poems().forTraining().size(), census().everywhere().lessons());
  }
}
