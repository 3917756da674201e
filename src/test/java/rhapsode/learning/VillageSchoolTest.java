package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.ModelVersion.State;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;
import rhapsode.testing.FakeFaculty;
import rhapsode.testing.InMemoryModelHistory;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.Reports;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

class VillageSchoolTest {
  private static final Author ADA = new Author("console", "1", "Ada");
  private static final Gate GATE = new Gate(new Gate.Bounds(0.02, 0.03, 0.1, 0.05));
  private static final Curriculum.Rules ALL =
      new Curriculum.Rules(0, new Cap(1, 0), new Cap(1, 0), 1);

  private final InMemoryPoemStore poems = new InMemoryPoemStore();
  private final InMemoryModelHistory history = new InMemoryModelHistory();
  private final FakeFaculty staff = new FakeFaculty();
  private final Deque<Runnable> thread = new ArrayDeque<>();
  private final SettableClock clock = new SettableClock();
  private VillageSchool school = school(ALL);

  private VillageSchool school(Curriculum.Rules rules) {
    return new VillageSchool(
        new VillageSchool.Records(poems, Map::of, history),
        staff.faculty(),
        new VillageSchool.Rules(rules, GATE, 2),
        thread::add,
        clock);
  }

  private long give(String text) {
    return give(ADA, text);
  }

  private long give(Author author, String text) {
    var consent = new Consent(true, true, true, "v", Instant.EPOCH);
    return poems
        .add(
            new Submission(author, "console", "", text, consent, PoemStatus.APPROVED),
            Instant.EPOCH)
        .id();
  }

  private Lesson retrain() {
    CompletableFuture<Lesson> lesson = school.retrain(Cause.ASKED, progress -> {});
    thread.forEach(Runnable::run);
    thread.clear();
    return lesson.join();
  }

  private State state(String model) {
    return history.find(model).orElseThrow().state();
  }

  @Test
  void withoutPoemsThereIsNothingToLearn() {
    assertEquals(new Lesson.Declined(Phrase.of("retrain.no-poem")), retrain());
    assertEquals(List.of(), history.runs(5));
  }

  @Test
  void aBetterModelEntersServiceAndIsRecorded() {
    long moon = give("the moon is late");
    Lesson.Promoted promoted = assertInstanceOf(Lesson.Promoted.class, retrain());
    assertEquals("base-1", promoted.model().name());
    assertEquals("base-1", staff.current());
    assertEquals("base-1", history.inService().orElseThrow().name());
    assertEquals(List.of("the moon is late"), staff.lessons());
    assertEquals(Outcome.PROMOTED, history.runs(1).get(0).outcome());
    assertEquals(Set.of(moon), history.lessons("base-1"));
    assertEquals("base-1", school.status().name());
    assertEquals(1, school.status().approved());
    give("another poem");
    retrain();
    assertEquals("base-2", staff.current());
    assertEquals(State.RETIRED, state("base-1"));
  }

  @Test
  void aWorseModelIsRejectedWithItsReasonAndRemoved() {
    give("the moon is late");
    staff.judgement = Reports.judgement(100, 103);
    Lesson.Rejected rejected = assertInstanceOf(Lesson.Rejected.class, retrain());
    assertEquals(
        "perplexity on held-out poems did not fall: 100.0 before, 103.0 after",
        rejected.model().reason());
    assertEquals("base", staff.current());
    assertTrue(history.inService().isEmpty());
    assertEquals(Set.of(), staff.files);
    assertEquals(Outcome.REJECTED, history.runs(1).get(0).outcome());
    staff.judgement = Reports.judgement(100, 99);
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void theModelInServiceIsTheMeasureOnPoemsThatNeitherLearned() {
    school = school(new Curriculum.Rules(0.3, new Cap(1, 0), new Cap(1, 0), 1));
    IntStream.range(0, 8)
        .forEach(i -> give(new Author("console", "a" + i, "A"), "one poem of author " + i));
    IntStream.range(0, 8)
        .forEach(i -> give(new Author("console", "a" + i, "A"), "another poem of author " + i));
    retrain();
    staff.perplexities.put("base-1", 80.0);
    staff.perplexities.put("base-2", 82.0);
    Lesson.Rejected rejected = assertInstanceOf(Lesson.Rejected.class, retrain());
    assertEquals("perplexity on held-out poems rose from 80.0 to 82.0", rejected.model().reason());
    staff.perplexities.put("base-3", 81.0);
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void aWithdrawnPoemIsInNoLaterLesson() {
    long id = give("take me back");
    give("leave me here");
    retrain();
    poems.withdraw(id, ADA, Instant.EPOCH);
    retrain();
    assertEquals(List.of("leave me here"), staff.lessons());
    assertEquals(State.FORGOTTEN, state("base-1"), "a model that knows it cannot come back");
    assertEquals(Set.of("base-2"), staff.files);
  }

  @Test
  void whatIsTakenBackDuringARunDoesNotEnterService() {
    long id = give("take me back");
    give("leave me here");
    staff.meanwhile = () -> poems.withdraw(id, ADA, Instant.EPOCH);
    Lesson.Rejected rejected = assertInstanceOf(Lesson.Rejected.class, retrain());
    assertEquals(Phrase.of("retrain.taken-back"), rejected.why());
    assertEquals("base", staff.current());
    staff.meanwhile = () -> {};
    assertInstanceOf(Lesson.Promoted.class, retrain());
    assertEquals(List.of("leave me here"), staff.lessons());
  }

  @Test
  void whenNothingBetterComesTheBaseModelReplacesOneThatKnowsAWithdrawnPoem() {
    long id = give("take me back");
    give("leave me here");
    retrain();
    poems.withdraw(id, ADA, Instant.EPOCH);
    staff.judgement = Reports.judgement(100, 103);
    assertInstanceOf(Lesson.Rejected.class, retrain());
    assertEquals("base", staff.current());
    assertTrue(history.inService().isEmpty());
    assertEquals(Set.of(), staff.files);
  }

  @Test
  void twoRunsNeverOverlap() {
    give("the moon is late");
    CompletableFuture<Lesson> first = school.retrain(Cause.ASKED, progress -> {});
    assertEquals(
        new Lesson.Declined(Phrase.of("retrain.busy")),
        school.retrain(Cause.SCHEDULE, progress -> {}).join());
    thread.remove().run();
    assertInstanceOf(Lesson.Promoted.class, first.join());
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void aRunThatBreaksOffChangesNothingAndLetsTheNextOneStart() {
    give("the moon is late");
    staff.fault = Optional.of(new IllegalStateException("disk full"));
    assertEquals(new Lesson.Failed(Phrase.of("retrain.broke-off")), retrain());
    assertEquals("base", staff.current());
    assertEquals(Outcome.FAILED, history.runs(1).get(0).outcome());
    assertEquals(Set.of(), staff.files, "nothing half made is left");
    staff.fault = Optional.of(new NoClassDefFoundError("a native library"));
    assertEquals(new Lesson.Failed(Phrase.of("retrain.broke-off")), retrain());
    staff.fault = Optional.of(new CancellationException("the program ends"));
    assertEquals(new Lesson.Failed(Phrase.of("retrain.interrupted")), retrain());
    assertEquals(Outcome.INTERRUPTED, history.runs(1).get(0).outcome());
    staff.fault = Optional.empty();
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void aModelIsForgottenAlsoIfNoPoemIsLeftToLearnFrom() {
    long moon = give("the moon is late");
    retrain();
    assertEquals("base-1", staff.current());
    poems.withdraw(moon, ADA, Instant.EPOCH);
    assertEquals(new Lesson.Declined(Phrase.of("retrain.no-poem")), retrain());
    assertEquals("base", staff.current());
    assertTrue(history.inService().isEmpty());
    retrain();
    assertEquals(Set.of(), staff.files);
  }

  @Test
  void aDatabaseThatIsGoneForAWhileDoesNotEndATraining() {
    give("the moon is late");
    CompletableFuture<Lesson> lesson = school.retrain(Cause.ASKED, progress -> {});
    history.gone(true);
    staff.meanwhile = () -> history.gone(false);
    thread.remove().run();
    assertInstanceOf(Lesson.Promoted.class, lesson.join());
  }

  @Test
  void aRunWhoseEndCouldNotBeWrittenDownIsEndedBeforeTheNext() {
    give("the moon is late");
    CompletableFuture<Lesson> lesson = school.retrain(Cause.ASKED, progress -> {});
    history.gone(true);
    thread.remove().run();
    assertEquals(new Lesson.Failed(Phrase.of("retrain.broke-off")), lesson.join());
    assertThrows(IllegalStateException.class, this::retrain);
    history.gone(false);
    assertInstanceOf(Lesson.Promoted.class, retrain());
    assertEquals(
        List.of(Outcome.PROMOTED, Outcome.FAILED),
        history.runs(2).stream().map(TrainingRun::outcome).toList());
    assertEquals(Set.of("base-2"), staff.files);
  }

  @Test
  void whatCannotBeTidiedDoesNotUndoAPromotion() {
    give("the moon is late");
    for (int i = 0; i < 3; i++) {
      retrain();
    }
    staff.stuck.add("base-1");
    assertInstanceOf(Lesson.Promoted.class, retrain());
    assertEquals("base-4", staff.current());
    assertEquals(Outcome.PROMOTED, history.runs(1).get(0).outcome());
    staff.stuck.clear();
    school = school(ALL);
    assertEquals(Set.of("base-2", "base-3", "base-4"), staff.files);
  }

  @Test
  void aModelThatCannotBeReadIsNotPromoted() {
    give("the moon is late");
    staff.meanwhile = staff.files::clear;
    assertInstanceOf(Lesson.Failed.class, retrain());
    assertEquals("base", staff.current());
    assertTrue(history.inService().isEmpty());
  }

  @Test
  void aProgramThatDiedLeavesOneValidModelAndATrueHistory() {
    give("the moon is late");
    retrain();
    TrainingRun broken = history.begin(Cause.ASKED, "base", List.of(), Instant.EPOCH).orElseThrow();
    staff.files.add("base-2");
    staff.files.add("base-99");
    history.breakOff(broken.id(), Outcome.INTERRUPTED, "", Instant.EPOCH);
    school = school(ALL);
    assertEquals(Outcome.INTERRUPTED, history.runs(1).get(0).outcome());
    assertEquals(Set.of("base-1"), staff.files);
    assertEquals("base-1", staff.current());
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void aModelThatCannotServeAfterAStartMakesRoomForTheBaseModel() {
    give("the moon is late");
    retrain();
    staff.ready("base").run();
    school = school(ALL);
    assertTrue(history.inService().isEmpty());
    assertFalse(staff.files.contains("base-1"));
  }

  @Test
  void aModelThatCannotServeHereMayServeInAnotherProcess() {
    give("the moon is late");
    retrain();
    staff.ready("base").run();
    history.share();
    school = school(ALL);
    assertEquals("base-1", history.inService().orElseThrow().name());
    assertTrue(staff.files.contains("base-1"));
  }

  @Test
  void theFilesOfARunInAnotherProcessAreLeftAlone() {
    TrainingRun run = history.begin(Cause.ASKED, "base", List.of(), Instant.EPOCH).orElseThrow();
    staff.files.add(run.model());
    staff.files.add("base-99");
    school = school(ALL);
    assertEquals(Set.of(run.model()), staff.files);
    assertEquals(run, school.status().elsewhere().orElseThrow().run());
  }

  @Test
  void whoWasTakenForDeadPromotesNothing() {
    give("the moon is late");
    staff.meanwhile =
        () -> history.breakOff(1, Outcome.INTERRUPTED, "Its process ended.", Instant.EPOCH);
    assertEquals(new Lesson.Failed(Phrase.of("retrain.interrupted")), retrain());
    assertEquals("base", staff.current());
    assertTrue(history.inService().isEmpty());
    assertEquals(Set.of(), staff.files, "what it made is nobody's");
    assertEquals("Its process ended.", history.runs(1).get(0).reason());
  }

  @Test
  void theOldestModelsAreLetGo() {
    give("the moon is late");
    for (int i = 0; i < 4; i++) {
      retrain();
    }
    assertEquals(Set.of("base-2", "base-3", "base-4"), staff.files);
    assertEquals(State.FORGOTTEN, state("base-1"));
  }

  @Test
  void theModelBeforeWritesAgain() {
    give("the moon is late");
    assertEquals(Phrase.of("rollback.already", "base"), school.rollback(Optional.empty()).join());
    retrain();
    retrain();
    assertEquals(
        Phrase.of("rollback.done", "base-1", "base-2"), school.rollback(Optional.empty()).join());
    assertEquals("base-1", staff.current());
    assertEquals(
        Phrase.of("rollback.done", "base-2", "base-1"),
        school.rollback(Optional.of("base-2")).join());
    assertEquals(
        Phrase.of("rollback.done", "base", "base-2"), school.rollback(Optional.of("base")).join());
    assertTrue(history.inService().isEmpty());
    assertEquals(Phrase.of("rollback.unknown", "x"), school.rollback(Optional.of("x")).join());
  }

  @Test
  void aModelThatKnowsAWithdrawnPoemNeverWritesAgain() {
    long id = give("take me back");
    retrain();
    give("leave me here");
    retrain();
    poems.withdraw(id, ADA, Instant.EPOCH);
    assertEquals(
        Phrase.of("rollback.knows", "base-1"), school.rollback(Optional.of("base-1")).join());
    assertEquals(
        Phrase.of("rollback.done", "base", "base-2"), school.rollback(Optional.empty()).join());
  }

  @Test
  void statusShowsARunUnderWay() {
    give("the moon is late");
    var seen = new ArrayList<Optional<TrainingProgress>>();
    school.retrain(Cause.ASKED, progress -> seen.add(school.status().running()));
    thread.remove().run();
    assertEquals(0.5, seen.get(0).orElseThrow().fraction());
    assertTrue(school.status().running().isEmpty());
  }

  @Test
  void theClosestPoemIsNamedIfTheModelLearnedFromItAndItMayBeShown() {
    give("The heron waits in shallow water where the willow bends");
    long fox = give("A silver fox runs over frozen fields at early morning");
    String text = "One silver fox runs on frozen fields, at early light.";
    assertTrue(school.closest(text, "base").isEmpty());
    retrain();
    assertEquals(fox, school.closest(text, "base-1").orElseThrow().id());
    assertTrue(school.closest("Nothing of the kind was ever written here.", "base-1").isEmpty());
    var hidden = new Consent(true, false, false, "v", Instant.EPOCH);
    String owl = "a barn owl hunts along the hedgerow under autumn stars";
    poems.add(new Submission(ADA, "console", "", owl, hidden, PoemStatus.APPROVED), Instant.EPOCH);
    retrain();
    assertTrue(history.lessons("base-2").contains(fox + 1));
    assertTrue(school.closest(owl, "base-2").isEmpty());
  }
}
