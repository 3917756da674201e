package rhapsode.telegram;

import java.time.Duration;

/**
 * How long the bot waits.
 *
 * @param firstPause before it tries something again; it doubles from try to try
 * @param check between two looks at whether updates are still fetched
 * @param press until a press is acknowledged without words, if there are none before
 * @param upkeep between two times that it lets go of what is over
 * @param end at most for what is under way when it is closed
 */
record Rhythm(Duration firstPause, Duration check, Duration press, Duration upkeep, Duration end) {
  static final Rhythm USUAL =
      new Rhythm(
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofDays(1),
          Duration.ofSeconds(10));
}
