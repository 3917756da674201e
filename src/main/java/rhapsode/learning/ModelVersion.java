package rhapsode.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trained model in the history of this bot.
 *
 * @param name also the name of its folder
 * @param parent the model it was fine-tuned from
 * @param trainedAt when its run ended
 * @param poems how many community poems it learned from
 * @param before perplexity of the parent on the held-out poems; not a number when there were none
 * @param after perplexity of this model on the same poems
 * @param reason why it was rejected, in English; null unless the state is {@link State#REJECTED}
 */
public record ModelVersion(
    String name,
    String parent,
    Instant trainedAt,
    int poems,
    double before,
    double after,
    State state,
    @Nullable String reason) {
  public ModelVersion {
    if (name.isBlank() || poems < 0) {
      throw new IllegalArgumentException("model '" + name + "' of " + poems + " poems");
    }
    if ((state == State.REJECTED) == (reason == null)) {
      throw new IllegalArgumentException("a model has a reason exactly when it was rejected");
    }
  }

  /** Where a model stands. */
  public enum State {
    /** Writes the poems; at most one model is in service. */
    IN_SERVICE,
    /** Was in service before, and can be again. */
    RETIRED,
    /** Was in service before; its files are gone. */
    FORGOTTEN,
    /** Was judged and never came into service. */
    REJECTED
  }

  /** The same in another state, that needs no reason. */
  public ModelVersion in(State other) {
    return new ModelVersion(name, parent, trainedAt, poems, before, after, other, null);
  }
}
