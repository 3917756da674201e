package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void cosineFallsAllTheWay() {
    assertEquals(1, Schedule.COSINE.share(0), 1e-12);
    assertEquals(0.505, Schedule.COSINE.share(0.5), 1e-12);
    assertEquals(0.01, Schedule.COSINE.share(1), 1e-12);
  }

  @Test
  void cooldownStaysAndFallsInTheLastQuarter() {
    assertEquals(1, Schedule.COOLDOWN.share(0.7), 1e-12);
    assertEquals(0.505, Schedule.COOLDOWN.share(0.875), 1e-12);
    assertEquals(0.01, Schedule.COOLDOWN.share(1), 1e-12);
  }

  @Test
  void constantStays() {
    assertEquals(1, Schedule.CONSTANT.share(1), 0);
  }
}
