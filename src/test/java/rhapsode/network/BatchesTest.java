package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.language.Corpus;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

class BatchesTest {
  private static final Corpus CORPUS = Verse.corpus(30);
  private static final Vocabulary VOCABULARY = Vocabulary.of(CORPUS, 60, 1);

  private static Batches stream(Corpus corpus) {
    return Batches.of(corpus, VOCABULARY, SmallNetworks.stream(0.01, 1), 4);
  }

  /** Pairs of a word and the one it should predict, of one lane. */
  private static List<int[]> lane(Batches batches, int row) {
    var pairs = new ArrayList<int[]>();
    Batches.Steps steps = batches.steps();
    for (int step = 0; step < steps.count(); step++) {
      Batch batch = steps.batch(step);
      for (int at = row; at < batch.words().length; at += batch.lanes()) {
        pairs.add(new int[] {batch.words()[at], batch.next()[at]});
      }
    }
    return pairs;
  }

  @Test
  void toJudgeEveryTokenIsPredictedOnceAndLanesBeginWithPoems() {
    long predicted = 0;
    for (int row = 0; row < 4; row++) {
      List<int[]> lane = lane(stream(CORPUS), row);
      assertEquals(Vocabulary.POEM, lane.get(0)[0]);
      predicted += lane.stream().filter(pair -> pair[1] >= 0).count();
    }
    assertEquals(CORPUS.size(), predicted);
  }

  @Test
  void inALaneEachWordIsReadAfterItWasPredicted() {
    List<int[]> lane = lane(stream(CORPUS), 1);
    for (int i = 1; i < lane.size() && lane.get(i)[1] >= 0; i++) {
      assertEquals(lane.get(i - 1)[1], lane.get(i)[0]);
    }
  }

  @Test
  void toLearnNothingIsPadding() {
    Batches batches = stream(CORPUS).shuffled(3);
    for (int row = 0; row < 4; row++) {
      assertTrue(lane(batches, row).stream().allMatch(pair -> pair[1] >= 0));
    }
    assertEquals(lane(batches, 2).size(), CORPUS.size() / 4);
  }

  @Test
  void tokensHaveASeparatorThatIsReadButNotPredicted() {
    Corpus tokens = Corpus.parse("the moon <eos>\na fox <eos>\n", TextFormat.TOKENS, "t");
    List<int[]> lane = lane(stream(tokens), 0);
    assertEquals(-1, lane.get(0)[1]);
    assertEquals(Vocabulary.POEM, lane.get(1)[0]);
    assertEquals(VOCABULARY.id("the"), lane.get(1)[1]);
    assertEquals(Vocabulary.LINE, lane.get(3)[1]);
  }

  @Test
  void windowsHoldTheWordsBeforeEachPlace() {
    Batches batches = Batches.of(CORPUS, VOCABULARY, SmallNetworks.window(1), 16).shuffled(1);
    Batches.Steps steps = batches.steps();
    long predicted = 0;
    for (int step = 0; step < steps.count(); step++) {
      predicted += steps.batch(step).next().length;
    }
    assertEquals(CORPUS.size(), predicted);
    assertEquals(6 * steps.batch(0).lanes(), steps.batch(0).words().length);
  }
}
