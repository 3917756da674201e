package rhapsode.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;

/**
 * One of several who train a network together, each on its share of the text. What it comes to in a
 * round follows from the assignment, the share and the round alone: another learner on another
 * machine of the same kind would come to the same, so a round can be repeated where a machine is
 * lost. Confined to one thread at a time, and meant to work on one thread: see {@link
 * NativeThreads}.
 */
public final class Learner {
  private final Assignment assignment;
  private final MultiLayerNetwork network;
  private final NetworkRunner runner;

  private int share = -1;
  private int epoch = -1;
  private Batches.Steps steps;

  public Learner(Assignment assignment) {
    this.assignment = assignment;
    network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(assignment.configuration()));
    network.init();
    runner = new NetworkRunner(network);
    steps = assignment.exam().steps();
  }

  /** How many steps a pass over a share has. */
  public static int steps(Assignment assignment, Share share) {
    return assignment.lessons(share).shuffled(0).steps().count();
  }

  /**
   * Learns for a round. A loss that is no number is told as such.
   *
   * @throws IllegalArgumentException if the states are none of this share's
   */
  public Contribution learn(Share text, Round round) {
    open(text, round);
    Tally tally = Tally.NONE;
    int last = Math.min(round.step() + round.steps(), steps.count());
    try {
      for (int step = round.step(); step < last; step++) {
        tally = tally.plus(learn(step, round));
      }
      return new Contribution(share, tally, Values.of(network), CarriedStates.of(network));
    } catch (ArithmeticException e) {
      return new Contribution(
          share, new Tally(Double.NaN, 0, 1), round.values(), CarriedStates.NONE);
    }
  }

  private void open(Share text, Round round) {
    if (share != text.number() || epoch != round.epoch()) {
      share = text.number();
      epoch = round.epoch();
      steps = assignment.lessons(text).shuffled(assignment.seed(share) + epoch).steps();
      for (Layer layer : network.getLayers()) {
        layer.conf().setSeed(assignment.seed(share)); // Dropout follows from it.
      }
    }
    round.values().give(network);
    runner.clearState();
    if (!round.states().isEmpty()) {
      giveStates(round.states().get(share));
    }
  }

  private void giveStates(CarriedStates states) {
    try {
      states.give(network);
    } catch (IOException e) {
      throw new UncheckedIOException("the states of another learner are damaged", e);
    }
  }

  private Tally learn(int step, Round round) {
    Batch batch = steps.batch(step);
    PacedRate.set(network, round.pace().rate(round.epoch(), step, round.stepsOfPass()));
    int iteration = round.iteration() + step - round.step();
    Tally tally = runner.learn(batch.words(), batch.next(), batch.lanes(), iteration);
    if (assignment.carriesState()) {
      FreshStarts.apply(runner, batch.lanes(), assignment.seed(share), iteration + 1);
    }
    return tally;
  }

  /**
   * Judges by a part of the validation text.
   *
   * @param part from 0; the parts of all together are the text
   */
  public Tally judge(Values weights, int part, int parts) {
    weights.give(network);
    return Evaluator.tally(runner, assignment.exam().part(part, parts), () -> {});
  }
}
