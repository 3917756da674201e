package rhapsode.network;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.language.Vocabulary;
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;

/** Takes all steps in this process, one at a time. */
final class Soloist implements Pupil {
  private final TrainingPlan plan;
  private final Vocabulary vocabulary;
  private final MultiLayerNetwork network;
  private final NetworkRunner runner;
  private final Batches valid;
  private int epoch;
  private Batches.Steps steps;

  Soloist(TrainingPlan plan, TrainingStart start) {
    this.plan = plan;
    vocabulary = start.vocabulary();
    network = start.network();
    runner = new NetworkRunner(network);
    valid = Batches.of(plan.valid(), vocabulary, plan.network(), plan.network().recipe().batch());
    steps = valid.steps();
  }

  @Override
  public int open(int pass, int step) {
    epoch = pass;
    steps = lessons().steps();
    if (step == 0) {
      runner.clearState();
    }
    return steps.count();
  }

  /** What this pass reads, in an order of its own. */
  private Batches lessons() {
    int batch = plan.network().recipe().batch();
    return Batches.of(plan.lessons(epoch), vocabulary, plan.network(), batch)
        .shuffled(plan.seed() * 31 + epoch);
  }

  @Override
  public Lesson learn(int step, int iteration, Pace pace) {
    Batch batch = steps.batch(step);
    PacedRate.set(network, pace.rate(epoch, step, steps.count()));
    Tally tally = runner.learn(batch.words(), batch.next(), batch.lanes(), iteration);
    if (valid.carriesState()) {
      FreshStarts.apply(runner, batch.lanes(), plan.seed(), iteration + 1);
    }
    return new Lesson(tally, 1);
  }

  @Override
  public Tally judge(Runnable giveWay) {
    return Evaluator.tally(runner, valid, giveWay);
  }

  @Override
  public Optional<byte[]> memory() {
    return Optional.empty(); // The carried states are the network's.
  }
}
