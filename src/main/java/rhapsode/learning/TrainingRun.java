package rhapsode.learning;

import java.time.Instant;
import java.util.Optional;
import rhapsode.learning.ModelVersion.State;

/**
 * One training run, however it ended.
 *
 * @param id given by the history, positive, never reused
 * @param model the name that its model has or would have had
 * @param cause what it was begun for
 * @param poems how many community poems it learned from
 * @param reason why it ended as it did, in English; empty if there is nothing to say
 */
public record TrainingRun(
    long id,
    String model,
    Cause cause,
    Instant begun,
    Optional<Instant> ended,
    Outcome outcome,
    int poems,
    String reason) {
  /** What a run was begun for. */
  public enum Cause {
    /** Somebody asked. */
    ASKED,
    /** The schedule said so. */
    SCHEDULE,
    /** Enough new poems were approved. */
    POEMS
  }

  /** Where a run stands. */
  public enum Outcome {
    /** It goes on; at most one does. */
    RUNNING,
    /** Its model came into service. */
    PROMOTED,
    /** Its model was judged and did not. */
    REJECTED,
    /** It broke off for a fault, which the log has. */
    FAILED,
    /** The program ended meanwhile. */
    INTERRUPTED;

    static Outcome of(State state) {
      return state == State.REJECTED ? REJECTED : PROMOTED;
    }
  }
}
