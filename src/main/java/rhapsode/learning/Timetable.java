package rhapsode.learning;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * When trainings are due: a cron expression of five fields (minute, hour, day of the month, month,
 * day of the week), read as Unix reads it, in a time zone. Where clocks are put forward over a time
 * it is due right after; where they are put back it is due once. Immutable, thread-safe.
 */
public final class Timetable {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final ZoneId zone;

  private Timetable(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /**
   * Reads an expression such as {@code 0 4 * * *}, four o'clock each night.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Timetable of(String cron, ZoneId zone) {
    return new Timetable(ExecutionTime.forCron(PARSER.parse(cron)), zone);
  }

  /** Whether a training is due in the time after one moment up to and with another. */
  public boolean isDue(Instant after, Instant until) {
    ZonedDateTime end = onWall(until);
    return times.nextExecution(onWall(after)).filter(next -> !next.isAfter(end)).isPresent();
  }

  /**
   * What the clock on the wall shows, as if its day always had 24 hours: an hour that is put
   * forward over passes at once, and one that comes twice stands still the second time.
   */
  private ZonedDateTime onWall(Instant moment) {
    ZonedDateTime there = moment.atZone(zone);
    ZoneOffsetTransition transition = zone.getRules().getTransition(there.toLocalDateTime());
    boolean secondTime =
        transition != null
            && transition.isOverlap()
            && there.getOffset().equals(transition.getOffsetAfter());
    LocalDateTime shown = secondTime ? transition.getDateTimeBefore() : there.toLocalDateTime();
    return shown.atZone(ZoneOffset.UTC);
  }
}
