package rhapsode.learning;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

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

  /** What the model of a run is called. */
  public static String nameFor(String base, long id) {
    return base + "-" + id;
  }

  /** Whether a model is called as that of a run that began from this base model. */
  static boolean isNameFor(String base, String name) {
    return name.startsWith(base + "-")
        && NUMBER.matcher(name.substring(base.length() + 1)).matches();
  }
}
