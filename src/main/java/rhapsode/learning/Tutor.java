package rhapsode.learning;

import java.util.List;
import java.util.function.Consumer;

/** Makes a new model out of the base model and poems. Used by one thread. */
public interface Tutor {
  /**
   * Fine-tunes the base model, and keeps the result under a name.
   *
   * @param name of the new model; one of that name that was left by a broken run is replaced
   * @param lessons poems to learn from
   * @param heldOut poems to judge by, none of them among the lessons
   */
  Judgement teach(
      String name, List<String> lessons, List<String> heldOut, Consumer<TrainingProgress> progress);

  /** Removes a model that will not be used. */
  void discard(String name);

  /** The name of the model that every run starts from. */
  String base();

  /**
   * How a new model did.
   *
   * @param before perplexity of the base model on the held-out poems
   * @param after perplexity of the new one on the same poems
   */
  record Judgement(double before, double after) {}
}
