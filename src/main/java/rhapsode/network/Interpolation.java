package rhapsode.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.language.Corpus;
import rhapsode.language.Score;
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;

/**
 * Models on the straight line between a model and one that was fine-tuned from it (Wortsman et al.
 * 2022, "Robust fine-tuning of zero-shot models", section 3). What is forgotten grows with about
 * the square of the way, what is learned comes early on it: part of the way is most of the gain at
 * little of the cost. Used by one thread.
 */
public final class Interpolation {
  private static final int LANES = 16;

  /** Points looked at, the fine-tuned model itself included. */
  private static final int POINTS = 10;

  private final MultiLayerNetwork network;
  private final NetworkRunner runner;
  private final Runnable giveWay;
  private final ModelFolder.Loaded tuned;
  private final ModelFolder folder;
  private final INDArray from;
  private final INDArray to;

  /**
   * Reads both models.
   *
   * @param base folder of the model it began with
   * @param tuned folder of the model that was made of it
   * @param giveWay called before each batch of text; may block while more urgent work is under way
   * @throws ModelException if one cannot be read
   */
  public Interpolation(Path base, Path tuned, Runnable giveWay) {
    this.giveWay = giveWay;
    folder = new ModelFolder(tuned, Optional.of(base));
    this.tuned = folder.load();
    network = this.tuned.network();
    runner = new NetworkRunner(network);
    from = new ModelFolder(base).load().network().params();
    to = network.params().dup();
  }

  /**
   * What has to hold for a point to be taken.
   *
   * @param gained text on which perplexity is to be low; may be empty
   * @param kept text on which it may rise only so much
   * @param most by which share it may
   */
  public record Terms(Corpus gained, Corpus kept, double most) {}

  /**
   * A point on the line.
   *
   * @param strength how far it is from the base model: 0 is that itself, 1 the fine-tuned one
   * @param gained how well it predicts {@link Terms#gained}
   * @param kept how well it predicts {@link Terms#kept}
   */
  public record Point(double strength, Score gained, Score kept) {}

  /**
   * What was chosen.
   *
   * @param base the base model
   * @param best the point with the least loss on the text to gain on, or where there is none the
   *     farthest, among those that keep the terms; the base model where none does
   */
  public record Choice(Point base, Point best) {}

  /** Looks for the best point, and leaves the network there. */
  public Choice choose(Terms terms) {
    Batches gained = batches(terms.gained());
    Batches kept = batches(terms.kept());
    Point base = point(0, terms, gained, kept);
    double most = base.kept().meanLoss() + Math.log1p(terms.most());
    List<Point> allowed = new ArrayList<>(List.of(base));
    for (int i = 1; i <= POINTS; i++) {
      Point point = point((double) i / POINTS, terms, gained, kept);
      if (point.kept().meanLoss() > most) {
        break; // The loss on what was known only rises from here on.
      }
      allowed.add(point);
    }
    Comparator<Point> order = Comparator.comparingDouble(p -> p.gained().meanLoss());
    Point best = allowed.stream().min(order.thenComparingDouble(p -> -p.strength())).orElse(base);
    move(best.strength());
    return new Choice(base, best);
  }

  private Batches batches(Corpus corpus) {
    return Batches.of(corpus, tuned.vocabulary(), tuned.description(), LANES);
  }

  private Point point(double strength, Terms terms, Batches gained, Batches kept) {
    move(strength);
    return new Point(strength, score(terms.gained(), gained), score(terms.kept(), kept));
  }

  private Score score(Corpus text, Batches batches) {
    if (text.poems().isEmpty()) {
      return new Score(0, 0, 0, 0);
    }
    Tally tally = Evaluator.tally(runner, batches, giveWay);
    long unknown = Evaluation.unknown(text, tuned.vocabulary());
    return new Score(tally.loss(), tally.correct(), tally.labels(), unknown);
  }

  /** Takes the network to a point. */
  private void move(double strength) {
    network.params().assign(to.mul(strength).addi(from.mul(1 - strength)));
  }

  /**
   * Keeps where the network stands now in the place of the fine-tuned model.
   *
   * @param epoch what its manifest says of it
   * @throws ModelException if it cannot be written
   */
  public void write(ModelFolder.Origin origin, Epoch epoch) {
    try {
      folder.write(tuned.description(), tuned.vocabulary(), network, origin, epoch);
    } catch (IOException e) {
      throw new ModelException(
          "The model %s cannot be written (%s); check the space on the disk."
              .formatted(folder.name(), e.getMessage()),
          e);
    }
  }
}
