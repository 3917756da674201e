package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.testing.SettableClock;

class MembershipTest {
  private static final int PATIENCE = 3;

  private final SettableClock clock = new SettableClock();

  private static Optional<TrainingRun> begin(ModelHistory history) {
    return history.begin(Cause.ASKED, "base", List.of(), Instant.EPOCH);
  }

  /** Two processes, each with connections of its own. */
  @Nested
  class OnAServer {
    private Database here;
    private Database there;
    private Membership first;
    private Membership second;

    @BeforeEach
    void join() {
      DatabaseAddress address = TestDatabase.POSTGRES.address();
      here = Database.open(address);
      there = Database.open(address);
      first = Membership.join(here, "attic", PATIENCE, clock);
      second = Membership.join(there, "", PATIENCE, clock);
    }

    @AfterEach
    void close() {
      first.close();
      second.close();
      here.close();
      there.close();
    }

    private void silence(Membership alive) {
      for (int i = 0; i <= PATIENCE; i++) {
        alive.beat();
      }
    }

    @Test
    void dutiesAreOfOneOfThem() {
      for (Duty duty : Duty.values()) {
        assertTrue(first.holds(duty));
        assertFalse(second.holds(duty));
      }
    }

    @Test
    void whoShowsItLivesKeepsWhatItHas() {
      for (int i = 0; i < 3 * PATIENCE; i++) {
        first.beat();
        second.beat();
      }
      assertTrue(first.holds(Duty.TELEGRAM));
      assertFalse(second.holds(Duty.TELEGRAM));
    }

    @Test
    void whoIsSilentLosesItsDutiesToAnother() {
      second.beat();
      for (int i = 0; i < PATIENCE - 1; i++) {
        second.beat();
        assertFalse(second.holds(Duty.BELL), "look " + i);
      }
      second.beat();
      assertTrue(second.holds(Duty.BELL));
      assertTrue(second.holds(Duty.TELEGRAM));
    }

    /** The server ends the session of a process that is killed; its beat may only be late. */
    @Test
    void whoLosesItsLifelineTooIsFollowedSooner() {
      second.beat();
      cut(first);
      second.beat();
      assertTrue(second.holds(Duty.TELEGRAM));
    }

    @Test
    void whoLosesItsLifelineAloneGetsItAnewAndKeepsWhatItHas() {
      second.beat();
      cut(first);
      for (int i = 0; i < 3; i++) {
        first.beat();
        second.beat();
      }
      assertTrue(first.holds(Duty.TELEGRAM));
      cut(first);
      second.beat();
      second.beat();
      assertTrue(second.holds(Duty.TELEGRAM), "it was held again");
    }

    /** As when the server starts anew: nobody is dead for it. */
    @Test
    void whoLostItsOwnLifelineTakesNobodyForDead() {
      first.beat();
      second.beat();
      cut(first);
      cut(second);
      second.beat();
      assertFalse(second.holds(Duty.TELEGRAM));
      first.beat();
      assertTrue(first.holds(Duty.TELEGRAM));
    }

    /** As when the server has not noticed yet that the connection before broke. */
    @Test
    void whatAnEarlierSessionHoldsIsAskedForAgain() throws SQLException {
      long process = first.id();
      first.close();
      try (Lifeline later = here.engine().lifeline()) {
        try (Lifeline earlier = here.engine().lifeline()) {
          assertTrue(earlier.hold(process));
          assertTrue(later.hold(process));
        }
        assertFalse(later.hold(process));
        assertTrue(later.held().contains(process));
      }
    }

    /** Ends the session that holds a process's lock, as the server does when it is killed. */
    private void cut(Membership process) {
      there
          .jdbc()
          .list(
              row -> row.getBoolean(1),
              "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and objid = ?",
              process.id());
    }

    @Test
    void whoComesBackOwnsNothingOfWhatItHad() {
      long number = first.id();
      silence(second);
      first.beat();
      assertNotEquals(number, first.id());
      assertFalse(first.holds(Duty.BELL));
      silence(first);
      assertTrue(first.holds(Duty.BELL), "the other one is silent now");
    }

    @Test
    void whoLeavesIsFollowedAtOnce() {
      first.close();
      assertFalse(first.holds(Duty.BELL));
      second.beat();
      assertTrue(second.holds(Duty.BELL));
      first.beat();
      assertFalse(first.holds(Duty.BELL), "it does not come back");
    }

    @Test
    void theRunOfASilentProcessEndsAndItsModelIsNeverPromoted() {
      ModelHistory paused = new JdbcModelHistory(here, first);
      ModelHistory alive = new JdbcModelHistory(there, second);
      TrainingRun run = begin(paused).orElseThrow();
      assertEquals("attic", alive.underWay().orElseThrow().where());
      assertEquals(Optional.empty(), begin(alive));
      silence(second);
      TrainingRun lost = alive.runs(1).get(0);
      assertEquals(Outcome.INTERRUPTED, lost.outcome());
      assertEquals("Its process ended.", lost.reason());
      assertEquals(Optional.empty(), begin(paused), "before it knows, it begins none");
      TrainingRun next = begin(alive).orElseThrow();
      assertEquals("process " + second.id(), paused.underWay().orElseThrow().where());
      assertFalse(paused.note(run.id(), 0.5));
      assertFalse(paused.add(model(run.model())));
      assertTrue(alive.add(model(next.model())));
      assertEquals(next.model(), paused.inService().orElseThrow().name());
      first.beat();
      assertTrue(begin(paused).isPresent(), "it is one of them again");
    }

    @Test
    void aRunThatGoesOnInAnotherProcessIsNotTouchedByAStart() {
      ModelHistory history = new JdbcModelHistory(here, first);
      TrainingRun run = begin(history).orElseThrow();
      Membership.join(there, "third", PATIENCE, clock);
      assertEquals(Optional.of(run), history.running());
    }

    @Test
    void whoCannotTellThatItLivesCountsItsDutiesAsLost() {
      first.beat();
      here.close();
      for (int i = 0; i < PATIENCE; i++) {
        first.beat();
      }
      assertFalse(first.holds(Duty.TELEGRAM));
    }

    @Test
    void whoIsTheOnlyOneKeepsItsDutiesWhileTheDatabaseIsGone() {
      second.close();
      first.beat();
      here.close();
      for (int i = 0; i < 3 * PATIENCE; i++) {
        first.beat();
      }
      assertTrue(first.holds(Duty.TELEGRAM));
    }
  }

  @Test
  void whereThereCanBeNoOtherWhatADeadProcessLeftIsPutRightAtOnce() {
    try (Database database = Database.inMemory()) {
      ModelHistory dead =
          new JdbcModelHistory(database, Membership.join(database, "", PATIENCE, clock));
      begin(dead);
      Membership next = Membership.join(database, "", PATIENCE, clock);
      assertTrue(next.holds(Duty.BELL));
      assertEquals(Outcome.INTERRUPTED, dead.runs(1).get(0).outcome());
      assertTrue(begin(new JdbcModelHistory(database, next)).isPresent());
    }
  }

  private static ModelVersion model(String name) {
    return new ModelVersion(name, "base", Instant.EPOCH, 1, 9, 8, State.IN_SERVICE, null);
  }
}
