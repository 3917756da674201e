package rhapsode.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhapsode.learning.ModelVersion.State.IN_SERVICE;
import static rhapsode.learning.ModelVersion.State.REJECTED;
import static rhapsode.learning.ModelVersion.State.RETIRED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.learning.ModelHistory;
import rhapsode.learning.ModelVersion;
import rhapsode.learning.ModelVersion.State;

/** What every {@link ModelHistory} promises. A subclass gives a fresh, empty one for each test. */
public abstract class ModelHistoryContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");

  protected abstract ModelHistory history();

  @Test
  void startsWithTheShippedModelInService() {
    assertEquals(Optional.empty(), history().inService());
    assertEquals(List.of(), history().all());
  }

  @Test
  void promotionRetiresThePreviousModel() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", IN_SERVICE));
    assertEquals(Optional.of(model("two", IN_SERVICE)), history().inService());
    assertEquals(List.of(model("two", IN_SERVICE), model("one", RETIRED)), history().all());
  }

  @Test
  void rejectionLeavesTheModelInService() {
    history().add(model("one", IN_SERVICE));
    history().add(model("two", REJECTED));
    assertEquals(Optional.of(model("one", IN_SERVICE)), history().inService());
    assertEquals(List.of(model("two", REJECTED), model("one", IN_SERVICE)), history().all());
  }

  @Test
  void refusesANameTwiceAndChangesNothing() {
    history().add(model("one", IN_SERVICE));
    ModelVersion again = model("one", IN_SERVICE);
    assertThrows(IllegalArgumentException.class, () -> history().add(again));
    assertEquals(List.of(model("one", IN_SERVICE)), history().all());
  }

  @Test
  void keepsPerplexitiesThatAreNoNumbers() {
    ModelVersion diverged =
        new ModelVersion(
            "one", "base", NOW, 0, Double.NaN, Double.POSITIVE_INFINITY, REJECTED, "It diverged.");
    history().add(diverged);
    assertEquals(List.of(diverged), history().all());
  }

  protected static ModelVersion model(String name, State state) {
    String reason = state == REJECTED ? "It's worse; \"much\" -- worse." : null;
    return new ModelVersion(name, "base", NOW, 12, 84.25, 1.0 / 3, state, reason);
  }
}
