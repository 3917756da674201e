package rhapsode.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.learning.TrainingRun.Outcome;

/**
 * Keeps which runs there were, which models came of them, and which one is in service. Same
 * durability and thread-safety as {@link rhapsode.community.PoemStore}.
 */
public interface ModelHistory {
  /** The model in service; empty as long as the shipped base model is. */
  Optional<ModelVersion> inService();

  /** All models, the last recorded first. */
  List<ModelVersion> all();

  Optional<ModelVersion> find(String model);

  /**
   * Begins a run, unless one goes on, in this process or another.
   *
   * @param base the model that it starts from; the new one is named after it and the run
   * @param poems ids of what it learns from
   * @return empty if one goes on
   */
  Optional<TrainingRun> begin(Cause cause, String base, Collection<Long> poems, Instant at);

  /**
   * Records the model that a run made, and with it the end of the run. If its state is {@link
   * ModelVersion.State#IN_SERVICE}, the one in service until now is retired; all that in one step,
   * which is the moment at which it is promoted.
   *
   * @return false, and nothing is changed, if that run has ended before: another process took this
   *     one for dead, and a training of its own may go on
   * @throws IllegalArgumentException if there is a model of this name already
   */
  boolean add(ModelVersion version);

  /**
   * Notes how far a run is, for those who ask in other processes.
   *
   * @param done 0 to 1
   * @return false if the run has ended, in another process's eyes or in this one's
   */
  boolean note(long run, double done);

  /**
   * A run that goes on.
   *
   * @param where the process that it goes on in, for people; may be empty
   * @param done how far it is, as far as that is known, 0 to 1
   */
  record UnderWay(TrainingRun run, String where, double done) {}

  /** The run that goes on, if one does, and where. */
  Optional<UnderWay> underWay();

  /** Whether other processes may use this history too, now. */
  boolean isShared();

  /**
   * Ends a run that made no model.
   *
   * @param outcome {@link Outcome#FAILED} or {@link Outcome#INTERRUPTED}
   * @return false if it had ended before
   */
  boolean breakOff(long run, Outcome outcome, String reason, Instant at);

  /** The run that goes on, if one does. */
  Optional<TrainingRun> running();

  /** The last runs, the newest first. */
  List<TrainingRun> runs(int most);

  /** Ids of the poems that a model learned from; none if it is not known. */
  Set<Long> lessons(String model);

  /**
   * Puts another model into service.
   *
   * @param from the one in service, as far as the caller knows; empty for the base model
   * @param to a retired one; empty for the base model
   * @return false, and nothing is changed, if another one is in service by now, or {@code to} is
   *     not retired
   */
  boolean exchange(Optional<String> from, Optional<String> to);

  /**
   * Notes that the files of a retired model are going to be removed: it can never serve again.
   *
   * @return false if it is not retired
   */
  boolean forget(String model);
}
