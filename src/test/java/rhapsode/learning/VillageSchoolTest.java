package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.ModelVersion.State;
import rhapsode.testing.InMemoryModelHistory;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

class VillageSchoolTest {
  private static final Author ADA = new Author("console", "1", "Ada");

  private final InMemoryPoemStore poems = new InMemoryPoemStore();
  private final InMemoryModelHistory history = new InMemoryModelHistory();
  private final FakeTutor tutor = new FakeTutor();
  private final FakeStage stage = new FakeStage();
  private final Deque<Runnable> thread = new ArrayDeque<>();
  private final VillageSchool school =
      new VillageSchool(
          new VillageSchool.Records(poems, history),
          tutor,
          stage,
          new VillageSchool.Rules(new Curriculum.Rules(0, new Cap(1, 0), new Cap(1, 0), 1), 0.02),
          thread::add,
          new SettableClock());

  private static Tutor.Judgement judgement(double before, double after) {
    return new Tutor.Judgement(
        new Tutor.Comparison(before, after, 100), Tutor.Comparison.NONE, 1, List.of());
  }

  private static final class FakeTutor implements Tutor {
    private Judgement judgement = judgement(100, 90);
    private final List<String> discarded = new ArrayList<>();
    private List<String> lessons = List.of();
    private Optional<RuntimeException> fault = Optional.empty();

    @Override
    public Judgement teach(
        String name, Curriculum curriculum, Consumer<TrainingProgress> progress) {
      lessons = curriculum.lessons();
      progress.accept(new TrainingProgress(1, 2, 0.5, 100, 4, Duration.ofSeconds(9)));
      fault.ifPresent(
          f -> {
            throw f;
          });
      return judgement;
    }

    @Override
    public void discard(String name) {
      discarded.add(name);
    }

    @Override
    public String base() {
      return "base";
    }
  }

  private static final class FakeStage implements Stage {
    private String model = "base";

    @Override
    public void enter(String model) {
      this.model = model;
    }

    @Override
    public String current() {
      return model;
    }

    @Override
    public Phrase description() {
      return Phrase.of("model.network", "verse", 10, 20);
    }
  }

  private long give(String text) {
    var consent = new Consent(true, true, true, "v", Instant.EPOCH);
    return poems
        .add(new Submission(ADA, "console", "", text, consent, PoemStatus.APPROVED), Instant.EPOCH)
        .id();
  }

  private Lesson retrain() {
    CompletableFuture<Lesson> lesson = school.retrain(progress -> {});
    thread.forEach(Runnable::run);
    thread.clear();
    return lesson.join();
  }

  @Test
  void withoutPoemsThereIsNothingToLearn() {
    assertEquals(new Lesson.Declined(Phrase.of("retrain.no-poem")), retrain());
  }

  @Test
  void aBetterModelEntersServiceAndIsRecorded() {
    give("the moon is late");
    Lesson.Promoted promoted = assertInstanceOf(Lesson.Promoted.class, retrain());
    assertEquals("base-1", promoted.model().name());
    assertEquals("base-1", stage.current());
    assertEquals("base-1", history.inService().orElseThrow().name());
    assertTrue(tutor.lessons.contains("the moon is late"));
    assertEquals("base-1", school.status().name());
    assertEquals(1, school.status().approved());
    give("another poem");
    retrain();
    assertEquals("base-2", stage.current());
    assertEquals(State.RETIRED, history.all().get(1).state());
  }

  @Test
  void theClosestPoemIsNamedIfItMayBeShown() {
    give("The heron waits in shallow water where the willow bends");
    long fox = give("A silver fox runs over frozen fields at early morning");
    String text = "One silver fox runs on frozen fields, at early light.";
    assertEquals(fox, school.closest(text).orElseThrow().id());
    assertTrue(school.closest("Nothing of the kind was ever written here.").isEmpty());
    var hidden = new Consent(true, false, false, "v", Instant.EPOCH);
    String owl = "a barn owl hunts along the hedgerow under autumn stars";
    poems.add(new Submission(ADA, "console", "", owl, hidden, PoemStatus.APPROVED), Instant.EPOCH);
    assertTrue(school.closest(owl).isEmpty());
  }

  @Test
  void aWorseModelIsRejectedWithItsReasonAndRemoved() {
    give("the moon is late");
    tutor.judgement = judgement(100, 103);
    Lesson.Rejected rejected = assertInstanceOf(Lesson.Rejected.class, retrain());
    assertEquals(
        "perplexity on held-out poems rose from 100.0 to 103.0", rejected.model().reason());
    assertEquals("base", stage.current());
    assertTrue(history.inService().isEmpty());
    assertEquals(List.of("base-1"), tutor.discarded);
    tutor.judgement = judgement(100, 101);
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void aModelWithoutAPerplexityIsRejected() {
    give("the moon is late");
    tutor.judgement = judgement(100, Double.NaN);
    assertInstanceOf(Lesson.Rejected.class, retrain());
  }

  @Test
  void aWithdrawnPoemIsInNoLaterLesson() {
    long id = give("take me back");
    give("leave me here");
    retrain();
    poems.withdraw(id, ADA, Instant.EPOCH);
    retrain();
    assertTrue(tutor.lessons.contains("leave me here"));
    assertTrue(!tutor.lessons.contains("take me back"));
  }

  @Test
  void twoRunsNeverOverlap() {
    give("the moon is late");
    CompletableFuture<Lesson> first = school.retrain(progress -> {});
    assertEquals(
        new Lesson.Declined(Phrase.of("retrain.busy")), school.retrain(progress -> {}).join());
    thread.remove().run();
    assertInstanceOf(Lesson.Promoted.class, first.join());
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void aRunThatBreaksOffChangesNothingAndLetsTheNextOneStart() {
    give("the moon is late");
    tutor.fault = Optional.of(new IllegalStateException("disk full"));
    assertEquals(new Lesson.Failed(Phrase.of("retrain.broke-off")), retrain());
    assertEquals("base", stage.current());
    tutor.fault = Optional.empty();
    assertInstanceOf(Lesson.Promoted.class, retrain());
  }

  @Test
  void statusShowsARunUnderWay() {
    give("the moon is late");
    var seen = new ArrayList<Optional<TrainingProgress>>();
    school.retrain(progress -> seen.add(school.status().running()));
    thread.remove().run();
    assertEquals(0.5, seen.get(0).orElseThrow().fraction());
    assertTrue(school.status().running().isEmpty());
  }
}
