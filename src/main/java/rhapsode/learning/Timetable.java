package rhapsode.learning;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;

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
    return times
        .nextExecution(after.atZone(zone))
        .filter(next -> !next.toInstant().isAfter(until))
        .isPresent();
  }
}
