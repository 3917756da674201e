package rhapsode.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.network.layer.Tally;

/**
 * Takes the steps of a training in rounds: in each, several learners start from the same weights
 * and the same state of the optimiser, take some steps each on its own share of the text, and what
 * they came to is averaged, weighted by the words they read (McDonald, Hall, Mann 2010,
 * "Distributed Training Strategies for the Structured Perceptron"; Stich 2019, "Local SGD Converges
 * Fast and Communicates Little"). Together they read as many lanes at a time as one process does
 * alone, so a pass has as many steps, each by the learning rate of its place in the whole.
 *
 * <p>Carried states are no part of the average: each learner's own go with its share from round to
 * round.
 */
final class Ensemble implements Pupil {
  private final Sharing sharing;
  private final MultiLayerNetwork network;
  private final Cluster.Learners learners;
  private final int steps;
  private int epoch;
  private List<CarriedStates> states;

  Ensemble(Team team, TrainingPlan plan, TrainingStart start) {
    sharing = team.sharing();
    network = start.network();
    states = start.team().map(TeamMemory::states).orElseGet(List::of);
    learners = team.text().deal(Assignment.of(plan, start, sharing), start.vocabulary());
    steps = learners.steps();
  }

  @Override
  public int open(int pass, int step) {
    epoch = pass;
    if (step == 0) {
      states = List.of();
    }
    return steps;
  }

  @Override
  public Lesson learn(int step, int iteration, Pace pace) {
    int taken = Math.min(sharing.steps(), steps - step);
    Cluster.Result result =
        learners.learn(
            new Round(epoch, step, taken, steps, iteration, pace, Values.of(network), states));
    var next = new ArrayList<CarriedStates>();
    Tally tally = Tally.NONE;
    for (Contribution contribution : result.contributions()) {
      tally = tally.plus(contribution.tally());
      next.add(contribution.states());
    }
    if (!Double.isFinite(tally.loss())) {
      throw new ArithmeticException("a learner's loss is not a number");
    }
    result.values().give(network);
    states = next;
    return new Lesson(tally, taken);
  }

  @Override
  public Tally judge(Runnable giveWay) {
    giveWay.run();
    return learners.judge(Values.weights(network));
  }

  @Override
  public Optional<byte[]> memory() {
    return Optional.of(new TeamMemory(sharing, states).bytes());
  }

  @Override
  public void close() {
    learners.close();
  }
}
