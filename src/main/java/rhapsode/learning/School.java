package rhapsode.learning;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import rhapsode.community.SubmittedPoem;

/** Trains the network on the community's poems. Thread-safe; at most one run at a time. */
public interface School {
  /**
   * Starts a training run, or says why not.
   *
   * @param progress is told at most about twice a second how far the run is, on the training thread
   */
  CompletableFuture<Lesson> retrain(Consumer<TrainingProgress> progress);

  ModelStatus status();

  /**
   * The poem of the community that a text owes most to, among those that models are trained on and
   * whose authors allow them to be shown; empty if it owes little to any. Blocks on the store.
   */
  Optional<SubmittedPoem> closest(String text);
}
