package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.testing.FakeFaculty;
import rhapsode.testing.InMemoryModelHistory;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.SettableClock;

class BellTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final InMemoryPoemStore poems = new InMemoryPoemStore();
  private final InMemoryModelHistory history = new InMemoryModelHistory();
  private final List<Lesson> told = new ArrayList<>();
  private final VillageSchool school =
      new VillageSchool(
          new VillageSchool.Records(poems, Map::of, history),
          new FakeFaculty().faculty(),
          new VillageSchool.Rules(
              new Curriculum.Rules(0, new Cap(1, 0), new Cap(1, 0), 1),
              new Gate(new Gate.Bounds(0, 1, 1, 1)),
              1),
          Runnable::run,
          clock);

  private Bell bell(String cron, int count) {
    Optional<Timetable> timetable =
        Optional.of(cron).filter(c -> !c.isEmpty()).map(c -> Timetable.of(c, ZoneOffset.UTC));
    return new Bell(school, poems, new Bell.Times(timetable, count), told::add, clock);
  }

  private void give(int count) {
    var consent = new Consent(true, true, true, "v", clock.instant());
    for (int i = 0; i < count; i++) {
      poems.add(
          new Submission(
              new Author("console", "1", "Ada"), "c", "", "moon", consent, PoemStatus.APPROVED),
          clock.instant());
    }
  }

  @Test
  void whoIsNotOnDutyRingsNotAndCatchesUpWithLittleWhenItIs() {
    give(1);
    Bell bell = bell("0 13 * * *", 1);
    clock.tick(Duration.ofMinutes(61));
    bell.look(false);
    assertEquals(List.of(), causes());
    // The one on duty died before one o'clock.
    bell.look(true);
    assertEquals(List.of(Cause.SCHEDULE), causes());
    clock.tick(Duration.ofHours(24));
    bell.look(false);
    clock.tick(Duration.ofMinutes(10));
    bell.look(false);
    bell.look(true);
    assertEquals(List.of(Cause.SCHEDULE), causes(), "what is long past is not caught up with");
  }

  @Test
  void whatAnotherProcessHasRungForIsNotRungForAgain() {
    give(1);
    Bell here = bell("0 13 * * *", 0);
    Bell there = bell("0 13 * * *", 0);
    clock.tick(Duration.ofMinutes(60));
    there.look(false);
    clock.tick(Duration.ofSeconds(20));
    here.look(true);
    clock.tick(Duration.ofSeconds(40));
    there.look(true);
    assertEquals(List.of(Cause.SCHEDULE), causes());
  }

  private List<Cause> causes() {
    return history.runs(9).stream().map(TrainingRun::cause).toList();
  }

  private void passes(Bell bell, Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.tick(Duration.ofMinutes(1));
      bell.ring();
    }
  }

  @Test
  void aTrainingBeginsWhenItsTimeComes() {
    give(1);
    Bell bell = bell("0 4 * * *", 0);
    passes(bell, Duration.ofHours(15));
    assertEquals(List.of(), causes());
    passes(bell, Duration.ofDays(2));
    assertEquals(List.of(Cause.SCHEDULE, Cause.SCHEDULE), causes());
    assertEquals(2, told.size());
  }

  @Test
  void aClockThatJumpsAWeekRingsOnce() {
    give(1);
    Bell bell = bell("0 4 * * *", 0);
    clock.tick(Duration.ofDays(7));
    bell.ring();
    bell.ring();
    assertEquals(1, causes().size());
  }

  @Test
  void aClockThatIsPutBackDoesNoHarm() {
    give(1);
    Bell bell = bell("0 4 * * *", 0);
    clock.tick(Duration.ofDays(-3));
    bell.ring();
    assertEquals(0, causes().size());
    passes(bell, Duration.ofDays(1));
    assertEquals(1, causes().size());
  }

  @Test
  void enoughNewPoemsBeginATraining() {
    Bell bell = bell("", 3);
    give(2);
    bell.ring();
    assertEquals(List.of(), causes());
    give(1);
    bell.ring();
    bell.ring();
    assertEquals(List.of(Cause.POEMS), causes());
    clock.tick(Duration.ofMinutes(5));
    give(3);
    bell.ring();
    assertEquals(2, causes().size());
  }
}
