package rhapsode.poet;

import java.util.concurrent.CompletableFuture;

/** Writes poems. Thread-safe; a call returns at once and the poem comes with the future. */
public interface Poet {
  /**
   * Takes a commission. The future completes exceptionally only if the model itself fails; anything
   * the asker can mend is {@link Outcome.Declined}.
   */
  CompletableFuture<Outcome> write(Commission commission);

  /** How many poems are under way or wait. */
  default int waiting() {
    return 0;
  }
}
