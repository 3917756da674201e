package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.chat.Vitals;
import rhapsode.testing.SettableClock;

class PulseTest {
  @Test
  void tellsOfThisProgramAndOfThePlatformsThatItIsGiven() {
    var clock = new SettableClock();
    var pulse = new Pulse(clock);
    assertEquals(List.of(), pulse.get().platforms());
    pulse.watch(() -> List.of("Telegram: connected."));
    clock.tick(Duration.ofHours(5));
    Vitals now = pulse.get();
    assertTrue(now.program().startsWith("rhapsode "), now.program());
    assertEquals(Duration.ofHours(5), now.uptime());
    assertEquals(List.of("Telegram: connected."), now.platforms());
    assertTrue(0 < now.memoryUsed() && now.memoryUsed() <= now.memoryLimit(), now.toString());
  }
}
