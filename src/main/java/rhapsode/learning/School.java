package rhapsode.learning;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import rhapsode.community.SubmittedPoem;
import rhapsode.learning.TrainingRun.Cause;
import rhapsode.wording.Phrase;

/** Trains the network on the community's poems. Thread-safe; at most one run at a time. */
public interface School {
  /**
   * Starts a training run, or says why not.
   *
   * @param progress is told at most about twice a second how far the run is, on the training thread
   */
  CompletableFuture<Lesson> retrain(Cause cause, Consumer<TrainingProgress> progress);

  ModelStatus status();

  /** All models that there were, the newest first. */
  List<ModelVersion> models();

  /** The last runs, the newest first. */
  List<TrainingRun> runs(int most);

  /**
   * Puts an earlier model back into service; takes seconds, on a thread of its own.
   *
   * @param model its name; empty for the one that served before the present one
   * @return what came of it, as a sentence
   */
  CompletableFuture<Phrase> rollback(Optional<String> model);

  /**
   * The poem of the community that a text owes most to, among those that its model learned from and
   * whose authors allow them to be shown; empty if it owes little to any. Blocks on the store.
   *
   * @param model that wrote the text
   */
  Optional<SubmittedPoem> closest(String text, String model);
}
