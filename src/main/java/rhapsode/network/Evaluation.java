package rhapsode.network;

import java.util.List;
import java.util.stream.Stream;
import rhapsode.language.Corpus;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.network.layer.NetworkRunner;
import rhapsode.network.layer.Tally;

/** Judges models on texts, in inference mode. */
public final class Evaluation {
  private static final int LANES = 16;

  private Evaluation() {}

  /**
   * How well a model predicts a text: every token counts, also unknown ones and ends of lines.
   *
   * @throws ModelException if the model cannot be read
   */
  public static Score score(ModelFolder model, Corpus text) {
    return score(model, text, () -> {});
  }

  /**
   * The same where other work may be more urgent.
   *
   * @param giveWay called before each batch; may block
   */
  public static Score score(ModelFolder model, Corpus text, Runnable giveWay) {
    ModelFolder.Loaded loaded = model.load();
    Batches batches = Batches.of(text, loaded.vocabulary(), loaded.description(), LANES);
    Tally tally = Evaluator.tally(new NetworkRunner(loaded.network()), batches, giveWay);
    return new Score(
        tally.loss(), tally.correct(), tally.labels(), unknown(text, loaded.vocabulary()));
  }

  /** How many tokens of a text the vocabulary does not hold. */
  static long unknown(Corpus text, Vocabulary vocabulary) {
    Stream<String> tokens = text.poems().stream().flatMap(List::stream);
    return tokens.filter(token -> vocabulary.id(token) == Vocabulary.UNKNOWN).count();
  }
}
