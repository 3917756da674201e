package rhapsode.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static int times(Timetable timetable, String from, String to) {
    Instant end = Instant.parse(to);
    int due = 0;
    for (Instant t = Instant.parse(from); t.isBefore(end); t = t.plus(Duration.ofMinutes(1))) {
      due += timetable.isDue(t, t.plus(Duration.ofMinutes(1))) ? 1 : 0;
    }
    return due;
  }

  @Test
  void aTimeIsDueOnce() {
    Timetable nightly = Timetable.of("0 4 * * *", BERLIN);
    Instant four = Instant.parse("2026-01-10T03:00:00Z");
    assertTrue(nightly.isDue(four.minusSeconds(60), four));
    assertFalse(nightly.isDue(four, four.plusSeconds(60)));
    assertFalse(nightly.isDue(four.minusSeconds(120), four.minusSeconds(60)));
    assertEquals(2, times(nightly, "2026-01-10T00:00:00Z", "2026-01-12T00:00:00Z"));
  }

  /** On 29 March 2026 the clocks of Berlin went from two to three, on 25 October back. */
  @Test
  void eachDayHasItsTimeWhenClocksChange() {
    Timetable halfPastTwo = Timetable.of("30 2 * * *", BERLIN);
    assertEquals(1, times(halfPastTwo, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    assertEquals(1, times(halfPastTwo, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
  }

  @Test
  void aLongTimeAwayIsMadeUpForOnce() {
    Timetable nightly = Timetable.of("0 4 * * *", BERLIN);
    assertTrue(
        nightly.isDue(
            Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "* * * *", "61 * * * *", "0 4 * * * *"})
  void whatIsNoExpressionIsRefused(String cron) {
    assertThrows(IllegalArgumentException.class, () -> Timetable.of(cron, BERLIN));
  }
}
