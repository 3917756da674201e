package rhapsode.learning;

import java.util.List;
import java.util.Optional;

/**
 * Keeps which models were trained and which is in service. Same durability and thread-safety as
 * {@link rhapsode.community.PoemStore}.
 */
public interface ModelHistory {
  /** The model in service; empty as long as the shipped base model is. */
  Optional<ModelVersion> inService();

  /**
   * Records a judged model. If its state is {@link ModelVersion.State#IN_SERVICE}, the one in
   * service until now is retired in the same transaction.
   *
   * @throws IllegalArgumentException if there is a model of this name already
   */
  void add(ModelVersion version);

  /** All models, the last recorded first. */
  List<ModelVersion> all();
}
