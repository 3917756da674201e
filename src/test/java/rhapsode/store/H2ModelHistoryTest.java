package rhapsode.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;

class H2ModelHistoryTest {
  private final Database database = Database.inMemory();
  private final H2ModelHistory history = new H2ModelHistory(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void promotionRetiresTheOneBefore() {
    assertTrue(history.inService().isEmpty());
    history.add(version("one", State.IN_SERVICE, null));
    history.add(version("bad", State.REJECTED, "worse on held-out poems"));
    history.add(version("two", State.IN_SERVICE, null));
    assertEquals("two", history.inService().orElseThrow().name());
    assertEquals(
        List.of(State.IN_SERVICE, State.REJECTED, State.RETIRED),
        history.all().stream().map(ModelVersion::state).toList());
    assertEquals("worse on held-out poems", history.all().get(1).reason());
  }

  @Test
  void aPromotionThatFailsChangesNothing() {
    history.add(version("one", State.IN_SERVICE, null));
    assertThrows(StoreException.class, () -> history.add(version("one", State.IN_SERVICE, null)));
    assertEquals("one", history.inService().orElseThrow().name());
    assertEquals(1, history.all().size());
  }

  private static ModelVersion version(String name, State state, String reason) {
    return new ModelVersion(
        name, "base", Instant.parse("2026-11-24T08:00:00Z"), 12, 90.5, 80.25, state, reason);
  }
}
