package rhapsode.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.language.Vocabulary;
import rhapsode.network.Checkpoint.Progress;

/**
 * What a training begins with: fresh weights, another model's, or what an earlier sitting left.
 *
 * @param progress how far an earlier sitting came
 * @param average of the weights, if the recipe asks for one
 * @param team what an earlier sitting of several learners left
 */
record TrainingStart(
    Vocabulary vocabulary,
    MultiLayerNetwork network,
    Progress progress,
    Optional<WeightAverage> average,
    Optional<TeamMemory> team) {
  /**
   * The beginning that a plan asks for.
   *
   * @param sharing how it is shared out, if it is
   * @param corpus hash of the training text
   * @throws ModelException if there is nothing to resume, or it was a training on another text or
   *     shared out in another way
   */
  static TrainingStart of(
      TrainingPlan plan, Optional<Sharing> sharing, Path checkpoint, String corpus) {
    Progress progress =
        plan.resume() ? resumed(plan, checkpoint, corpus) : Progress.start(corpus, plan.seed());
    try {
      Optional<TeamMemory> team =
          plan.resume() ? team(plan, sharing, checkpoint) : Optional.empty();
      Optional<ModelFolder.Loaded> parent =
          plan.parent().map(folder -> new ModelFolder(folder).load());
      Vocabulary words = parent.map(ModelFolder.Loaded::vocabulary).orElseGet(() -> words(plan));
      MultiLayerNetwork network = network(plan, checkpoint, parent, words);
      return new TrainingStart(words, network, progress, average(plan, checkpoint, network), team);
    } catch (IOException e) {
      throw unreadable(plan, e);
    }
  }

  private static Vocabulary words(TrainingPlan plan) {
    NetworkDescription network = plan.network();
    return plan.words()
        .orElseGet(
            () -> Vocabulary.of(plan.train(), network.vocabularySize(), network.minimumCount()));
  }

  private static MultiLayerNetwork network(
      TrainingPlan plan, Path checkpoint, Optional<ModelFolder.Loaded> parent, Vocabulary words)
      throws IOException {
    MultiLayerNetwork network =
        parent.isPresent()
            ? FineTuning.prepare(parent.get().network(), plan.network())
            : Networks.create(plan.network(), words.size(), plan.seed());
    if (plan.resume()) {
      try {
        Checkpoint.restore(checkpoint, network);
      } catch (RuntimeException e) {
        throw unreadable(plan, e);
      }
    }
    return network;
  }

  private static Optional<WeightAverage> average(
      TrainingPlan plan, Path checkpoint, MultiLayerNetwork network) throws IOException {
    double past = plan.network().recipe().averaging();
    if (past == 0) {
      return Optional.empty();
    }
    return Optional.of(
        plan.resume()
            ? new WeightAverage(network, past, Checkpoint.average(checkpoint, network.numParams()))
            : new WeightAverage(network, past));
  }

  private static Progress resumed(TrainingPlan plan, Path checkpoint, String corpus) {
    if (!Files.isRegularFile(checkpoint)) {
      throw new ModelException(
          "There is no checkpoint in " + plan.out() + "; start the training without --resume.");
    }
    Progress progress;
    try {
      progress = Checkpoint.progress(checkpoint);
    } catch (IOException | RuntimeException e) {
      throw unreadable(plan, e);
    }
    if (!progress.corpus().equals(corpus) || progress.seed() != plan.seed()) {
      throw new ModelException(
          "The checkpoint in %s belongs to another corpus or random seed; resume with those, or start anew without --resume."
              .formatted(plan.out()));
    }
    return progress;
  }

  private static Optional<TeamMemory> team(
      TrainingPlan plan, Optional<Sharing> sharing, Path checkpoint) throws IOException {
    Optional<TeamMemory> team = Checkpoint.team(checkpoint).map(TeamMemory::read);
    Optional<Sharing> before = team.map(TeamMemory::sharing);
    if (!before.equals(sharing)) {
      throw new ModelException(
          "The checkpoint in %s belongs to a training %s; resume it in the same way, or start anew without --resume."
              .formatted(
                  plan.out(),
                  before
                      .map(s -> "with --shares %d --round %d".formatted(s.shares(), s.steps()))
                      .orElse("in one process")));
    }
    return team;
  }

  private static ModelException unreadable(TrainingPlan plan, Exception cause) {
    return new ModelException(
        "The checkpoint in " + plan.out() + " is damaged; start the training without --resume.",
        cause);
  }
}
