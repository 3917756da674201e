package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.store.Database;
import rhapsode.store.DatabaseAddress;
import rhapsode.store.JdbcModelHistory;
import rhapsode.store.JdbcPoemStore;
import rhapsode.store.Membership;
import rhapsode.store.TestDatabase;
import rhapsode.testing.FakeFaculty;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

/** Schools of two processes on one PostgreSQL. */
class TwoSchoolsTest {
  private static final int PATIENCE = 3;

  private final SettableClock clock = new SettableClock();
  private Member here;
  private Member there;

  /** What one process has of its own. */
  private static final class Member implements AutoCloseable {
    final FakeFaculty staff = new FakeFaculty();
    final Database database;
    final Membership membership;
    final ModelHistory history;
    final VillageSchool school;

    Member(DatabaseAddress address, String name, SettableClock clock) {
      database = Database.open(address);
      membership = Membership.join(database, name, PATIENCE, clock);
      history = new JdbcModelHistory(database, membership);
      school =
          new VillageSchool(
              new VillageSchool.Records(new JdbcPoemStore(database), Map::of, history),
              staff.faculty(),
              new VillageSchool.Rules(
                  new Curriculum.Rules(0, new Cap(1, 0), new Cap(1, 0), 1),
                  new Gate(new Gate.Bounds(1, 1, 1, 1)),
                  2),
              Runnable::run,
              clock);
    }

    Lesson retrain() {
      return school.retrain(Cause.ASKED, progress -> {}).join();
    }

    void looksUntilOthersAreDead() {
      for (int i = 0; i <= PATIENCE; i++) {
        membership.beat();
      }
    }

    @Override
    public void close() {
      membership.close();
      database.close();
    }
  }

  @BeforeEach
  void open() {
    DatabaseAddress address = TestDatabase.POSTGRES.address();
    here = new Member(address, "here", clock);
    there = new Member(address, "there", clock);
    new JdbcPoemStore(here.database)
        .add(
            new Submission(
                new Author("console", "1", "Ada"),
                "console",
                "",
                "the moon is late",
                new Consent(true, true, true, "v", Instant.EPOCH),
                PoemStatus.APPROVED),
            Instant.EPOCH);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void whileOneTrainsTheOtherSaysSoAndTellsWhere() {
    here.staff.meanwhile =
        () -> {
          assertEquals(new Lesson.Declined(Phrase.of("retrain.busy")), there.retrain());
          ModelHistory.UnderWay told = there.school.status().elsewhere().orElseThrow();
          assertEquals("here", told.where());
          assertEquals(0.5, told.done());
          assertEquals(Optional.empty(), here.school.status().elsewhere());
        };
    assertInstanceOf(Lesson.Promoted.class, here.retrain());
    assertInstanceOf(Lesson.Promoted.class, there.retrain());
  }

  @Test
  void whoWasHeldUpPromotesNothingWhenItComesBack() {
    here.staff.meanwhile =
        () -> {
          there.looksUntilOthersAreDead();
          assertInstanceOf(Lesson.Promoted.class, there.retrain());
        };
    assertEquals(new Lesson.Failed(Phrase.of("retrain.interrupted")), here.retrain());
    assertEquals(
        List.of(Outcome.PROMOTED, Outcome.INTERRUPTED),
        here.history.runs(9).stream().map(TrainingRun::outcome).toList());
    assertEquals("base-2", here.history.inService().orElseThrow().name());
    assertEquals("base", here.staff.current());
    assertEquals(Set.of(), here.staff.files, "what it made is nobody's");
  }

  @Test
  void whatOnePromotesTheOtherFollows() {
    here.retrain();
    there.staff.files.add("base-1"); // As if fetched.
    new Follower(there.history, there.staff.faculty()).follow();
    assertEquals("base-1", there.staff.current());
    assertEquals(Set.of("base-1"), there.staff.files);
  }
}
