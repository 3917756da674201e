package rhapsode.learning;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Trains the network on the community's poems. Thread-safe; at most one run at a time. */
public interface School {
  /**
   * Starts a training run, or says why not.
   *
   * @param progress is told at most about twice a second how far the run is, on the training thread
   */
  CompletableFuture<Lesson> retrain(Consumer<TrainingProgress> progress);

  ModelStatus status();
}
