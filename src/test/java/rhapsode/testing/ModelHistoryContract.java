package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.learning.ModelVersion.State.FORGOTTEN;
import static rhapsode.learning.ModelVersion.State.IN_SERVICE;
import static rhapsode.learning.ModelVersion.State.REJECTED;
import static rhapsode.learning.ModelVersion.State.RETIRED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;

/** What every {@link ModelHistory} promises. A subclass gives a fresh, empty one for each test. */
public abstract class ModelHistoryContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");

  protected abstract ModelHistory history();

  @Test
  void startsWithTheShippedModelInService() {
    assertEquals(Optional.empty(), history().inService());
    assertEquals(List.of(), history().all());
  }

  @Test
  void promotionRetiresThePreviousModel() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", IN_SERVICE));
    assertEquals(Optional.of(model("two", IN_SERVICE)), history().inService());
    assertEquals(List.of(model("two", IN_SERVICE), model("one", RETIRED)), history().all());
  }

  @Test
  void rejectionLeavesTheModelInService() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", REJECTED));
    assertEquals(Optional.of(model("one", IN_SERVICE)), history().inService());
    assertEquals(List.of(model("two", REJECTED), model("one", IN_SERVICE)), history().all());
  }

  @Test
  void refusesANameTwiceAndChangesNothing() {
    history().add(model("one", IN_SERVICE));
    ModelVersion again = model("one", IN_SERVICE);
    assertThrows(IllegalArgumentException.class, () -> history().add(again));
    assertEquals(List.of(model("one", IN_SERVICE)), history().all());
  }

  @Test
  void keepsPerplexitiesThatAreNoNumbers() {
    ModelVersion diverged =
        new ModelVersion(
            "one", "base", NOW, 0, Double.NaN, Double.POSITIVE_INFINITY, REJECTED, "It diverged.");
    history().add(diverged);
    assertEquals(List.of(diverged), history().all());
  }

  /** The numbers of three poems in the store. */
  protected abstract List<Long> poems();

  private TrainingRun begin() {
    return history().begin(Cause.ASKED, "base", List.of(), NOW).orElseThrow();
  }

  @Test
  void aRunIsRecordedWithWhatItLearnsFrom() {
    List<Long> poems = poems();
    TrainingRun run = history().begin(Cause.SCHEDULE, "base", poems, NOW).orElseThrow();
    assertEquals(3, run.poems());
    assertEquals("base-" + run.id(), run.model());
    assertEquals(Optional.of(run), history().running());
    assertEquals(List.of(run), history().runs(5));
    assertEquals(Set.copyOf(poems), history().lessons(run.model()));
    assertEquals(Set.of(), history().lessons("base"));
  }

  @Test
  void twoRunsNeverOverlap() {
    TrainingRun first = begin();
    assertEquals(Optional.empty(), history().begin(Cause.POEMS, "base", List.of(), NOW));
    history().breakOff(first.id(), Outcome.FAILED, "disk full", NOW.plusSeconds(1));
    assertEquals(first.id() + 1, begin().id());
  }

  @Test
  void ofManyRunsThatWouldBeginAtOnceOneDoes() {
    long begun =
        IntStream.range(0, 20)
            .parallel()
            .filter(i -> history().begin(Cause.ASKED, "base", List.of(), NOW).isPresent())
            .count();
    assertEquals(1, begun);
  }

  @Test
  void aRunEndsWithItsModel() {
    TrainingRun good = begin();
    history().add(model(good.model(), IN_SERVICE));
    TrainingRun bad = begin();
    history().add(model(bad.model(), REJECTED));
    assertEquals(Optional.empty(), history().running());
    assertEquals(
        List.of(Outcome.REJECTED, Outcome.PROMOTED),
        history().runs(5).stream().map(TrainingRun::outcome).toList());
    assertEquals("It's worse; \"much\" -- worse.", history().runs(1).get(0).reason());
    assertEquals(Optional.of(NOW), history().runs(1).get(0).ended());
  }

  @Test
  void aRunIsBrokenOffOnce() {
    TrainingRun run = begin();
    assertTrue(history().breakOff(run.id(), Outcome.INTERRUPTED, "", NOW.plusSeconds(9)));
    assertFalse(history().breakOff(run.id(), Outcome.FAILED, "", NOW.plusSeconds(10)));
    TrainingRun ended = history().runs(1).get(0);
    assertEquals(Outcome.INTERRUPTED, ended.outcome());
    assertEquals(Optional.of(NOW.plusSeconds(9)), ended.ended());
    assertThrows(
        IllegalArgumentException.class,
        () -> history().breakOff(run.id(), Outcome.PROMOTED, "", NOW));
  }

  @Test
  void aRunThatWasEndedCannotPromote() {
    TrainingRun run = begin();
    assertTrue(history().note(run.id(), 0.25));
    assertEquals(0.25, history().underWay().orElseThrow().done());
    assertEquals(run, history().underWay().orElseThrow().run());
    history().breakOff(run.id(), Outcome.INTERRUPTED, "", NOW);
    TrainingRun next = begin();
    assertFalse(history().note(run.id(), 0.5));
    assertFalse(history().add(model(run.model(), IN_SERVICE)));
    assertEquals(Optional.empty(), history().inService());
    assertEquals(Optional.of(next), history().running());
    assertTrue(history().add(model(next.model(), IN_SERVICE)));
    assertEquals(Optional.empty(), history().underWay());
  }

  @Test
  void aRetiredModelServesAgainInExchange() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", IN_SERVICE));
    assertTrue(history().exchange(Optional.of("two"), Optional.of("one")));
    assertEquals(Optional.of("one"), history().inService().map(ModelVersion::name));
    assertEquals(RETIRED, history().find("two").orElseThrow().state());
    assertTrue(history().exchange(Optional.of("one"), Optional.empty()));
    assertEquals(Optional.empty(), history().inService());
    assertTrue(history().exchange(Optional.empty(), Optional.of("two")));
  }

  @Test
  void whoDoesNotKnowWhatServesExchangesNothing() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", IN_SERVICE));
    history().add(model("bad", REJECTED));
    assertFalse(history().exchange(Optional.of("one"), Optional.empty()));
    assertFalse(history().exchange(Optional.empty(), Optional.of("one")));
    assertFalse(history().exchange(Optional.of("two"), Optional.of("bad")));
    assertFalse(history().exchange(Optional.of("two"), Optional.of("none")));
    assertEquals(Optional.of("two"), history().inService().map(ModelVersion::name));
  }

  @Test
  void aForgottenModelNeverServesAgain() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", IN_SERVICE));
    assertFalse(history().forget("two"));
    assertTrue(history().forget("one"));
    assertFalse(history().forget("one"));
    assertFalse(history().exchange(Optional.of("two"), Optional.of("one")));
    assertEquals(FORGOTTEN, history().find("one").orElseThrow().state());
  }

  protected static ModelVersion model(String name, State state) {
    String reason = state == REJECTED ? "It's worse; \"much\" -- worse." : null;
    return new ModelVersion(name, "base", NOW, 12, 84.25, 1.0 / 3, state, reason);
  }
}
