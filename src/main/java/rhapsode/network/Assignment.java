package rhapsode.network;

import java.io.Serializable;
import java.util.List;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.NetworkDescription.Reading;

/**
 * What a learner has to know for a whole training. Immutable; the arrays are not copied.
 *
 * @param configuration of the network, in DL4J's JSON
 * @param lanes or windows at a time
 * @param valid the poems to judge by, as the network reads them
 * @param validLanes lanes or windows of all learners together when they judge
 */
public record Assignment(
    String configuration,
    Reading reading,
    TextFormat format,
    int window,
    int lanes,
    long seed,
    List<int[]> valid,
    int validLanes)
    implements Serializable {
  static Assignment of(TrainingPlan plan, TrainingStart start, Sharing sharing) {
    NetworkDescription network = plan.network();
    int batch = network.recipe().batch();
    return new Assignment(
        start.network().getLayerWiseConfigurations().toJson(),
        network.reading(),
        plan.valid().format(),
        network.window(),
        sharing.lanes(batch),
        plan.seed(),
        encoded(plan.valid(), start.vocabulary(), network),
        batch);
  }

  private static List<int[]> encoded(Corpus text, Vocabulary words, NetworkDescription network) {
    return text.poems().stream().map(poem -> network.order().apply(words.encode(poem))).toList();
  }

  boolean carriesState() {
    return reading == Reading.STREAM;
  }

  /** The text of a share, to learn from. */
  Batches lessons(Share share) {
    return Batches.of(share.poems(), format, reading, window, lanes);
  }

  /** The text to judge by. */
  Batches exam() {
    return Batches.of(valid, format, reading, window, validLanes);
  }

  /** A seed of its own for each share. */
  long seed(int share) {
    return (seed * 31 + share + 1) * 0x9E3779B97F4A7C15L;
  }
}
