package rhapsode.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.community.PoemStore;
import rhapsode.learning.TrainingRun.Cause;

/**
 * Begins trainings by itself: when the timetable says so, and when enough new poems were approved
 * since the last run. To be rung about once a minute, by one thread.
 */
public final class Bell {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final Duration LOOK_BACK = Duration.ofMinutes(3);

  /**
   * When to begin.
   *
   * @param timetable empty for no fixed times
   * @param poems so many new ones, 0 for any number
   */
  public record Times(Optional<Timetable> timetable, int poems) {}

  private final School school;
  private final PoemStore poems;
  private final Times times;
  private final Consumer<Lesson> told;
  private final InstantSource clock;
  private Instant last;

  /**
   * A bell.
   *
   * @param told what comes of each run
   */
  public Bell(
      School school, PoemStore poems, Times times, Consumer<Lesson> told, InstantSource clock) {
    this.school = school;
    this.poems = poems;
    this.times = times;
    this.told = told;
    this.clock = clock;
    last = clock.instant();
  }

  /**
   * Rings if this process is the one that does it for all, and else only keeps up with the clock:
   * when its turn comes it looks back over the few minutes in which nobody may have rung.
   */
  public void look(boolean onDuty) {
    if (onDuty) {
      ring();
    } else {
      last = clock.instant().minus(LOOK_BACK);
    }
  }

  /**
   * Looks at the clock and at the poems. A clock that was put forward over several times rings
   * once; times that it was put back over come again. Never throws.
   */
  public void ring() {
    try {
      Instant now = clock.instant();
      Instant since = since();
      boolean due =
          now.isAfter(since) && times.timetable().filter(t -> t.isDue(since, now)).isPresent();
      last = now;
      if (due) {
        begin(Cause.SCHEDULE);
      } else if (times.poems() > 0 && news() >= times.poems()) {
        begin(Cause.POEMS);
      }
    } catch (RuntimeException e) {
      LOG.error("A training could not be begun", e);
    }
  }

  /** A time for which another process has begun a run is not due again. */
  private Instant since() {
    return school.runs(1).stream()
        .filter(run -> run.cause() == Cause.SCHEDULE)
        .map(TrainingRun::begun)
        .filter(last::isBefore)
        .findFirst()
        .orElse(last);
  }

  private int news() {
    List<TrainingRun> runs = school.runs(1);
    return poems.approvedSince(runs.isEmpty() ? Instant.EPOCH : runs.get(0).begun());
  }

  private void begin(Cause cause) {
    LOG.info("A training is due ({})", cause);
    school
        .retrain(cause, progress -> {})
        .whenComplete(
            (lesson, fault) -> {
              if (fault == null) {
                told.accept(lesson);
              } else {
                LOG.error("A training broke off", fault);
              }
            });
  }
}
