package rhapsode.poet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MoodsTest {
  @Test
  void moodsAreFoundInAnyCase() {
    Moods moods = Moods.load();
    assertEquals("sad", moods.named(" SAD ").orElseThrow().name());
    assertTrue(moods.named("hungry").isEmpty());
    assertEquals(moods.all().size(), moods.names().stream().distinct().count());
  }
}
