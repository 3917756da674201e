package rhapsode.network;

import java.io.IOException;
import java.nio.file.Path;
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

  /**
   * Looks for the best point, from the fine-tuned model towards the base, and leaves the network
   * there. What was known is forgotten steadily on the way out, and what is new has one valley: so
   * the first point that keeps the limit is the farthest, and where the next one gains nothing no
   * later one does.
   */
  public Choice choose(Terms terms) {
    Batches gained = batches(terms.gained());
    Batches kept = batches(terms.kept());
    move(0);
    var base = new Point(0, score(terms.gained(), gained), score(terms.kept(), kept));
    double most = base.kept().meanLoss() + Math.log1p(terms.most());
    Point best = base;
    for (int i = POINTS; i > 0; i--) {
      move((double) i / POINTS);
      Score known = score(terms.kept(), kept);
      if (!(known.meanLoss() <= most)) {
        continue; // Also where it is not a number.
      }
      var point = new Point((double) i / POINTS, score(terms.gained(), gained), known);
      boolean first = best.equals(base);
      if (terms.gained().poems().isEmpty()) {
        best = point;
        break;
      }
      if (point.gained().meanLoss() < best.gained().meanLoss()) {
        best = point;
      } else if (!first) {
        break;
      }
    }
    move(best.strength());
    return new Choice(base, best);
  }

  private Batches batches(Corpus corpus) {
    return Batches.of(corpus, tuned.vocabulary(), tuned.description(), LANES);
  }

  private Score score(Corpus text, Batches batches) {
    if (text.poems().isEmpty()) {
      return new Score(0, 0, 0, 0);
    }
    Tally tally = Evaluator.tally(runner, batches, giveWay);
    long unknown = Evaluation.unknown(text, tuned.vocabulary());
    return new Score(tally.loss(), tally.correct(), tally.labels(), unknown);
  }

  /**
   * Takes the network to a point, in the memory that it has: new arrays would wait for Java's next
   * collection, and ten points are half a gigabyte.
   */
  private void move(double strength) {
    INDArray at = network.params();
    if (strength == 1) {
      at.assign(to);
    } else {
      at.assign(to).subi(from).muli(strength).addi(from);
    }
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
