package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.language.LineScores.LineScore;
import rhapsode.testing.FakeLanguageModel;
import rhapsode.testing.Verse;

class LineScoresTest {
  private final FakeLanguageModel model = new FakeLanguageModel(Verse.poems(20));

  @Test
  void aLineHasTheProbabilityOfItsWordsAndItsEnd() {
    Corpus corpus = Corpus.of(List.of("the moon sings\n\na fox sleeps", "the rain"));
    List<LineScore> lines = new LineScores(model).of(corpus);
    assertEquals(
        List.of("the moon sings", "a fox sleeps", "the rain"),
        lines.stream().map(LineScore::text).toList());
    assertEquals(List.of(0, 0, 1), lines.stream().map(LineScore::poem).toList());
    assertEquals(List.of(5, 5, 4), lines.stream().map(LineScore::tokens).toList());
    assertEquals(chain(corpus.poems().get(1)), lines.get(2).logProbability(), 1e-4);
    assertEquals(
        chain(corpus.poems().get(0)),
        lines.get(0).logProbability() + lines.get(1).logProbability(),
        1e-4);
  }

  private double chain(List<String> tokens) {
    Continuation reading = model.begin(1);
    int last = Vocabulary.POEM;
    double sum = 0;
    for (int id : model.vocabulary().encode(tokens)) {
      sum += reading.read(new int[] {last})[0][id];
      last = id;
    }
    return sum;
  }

  @Test
  void manyPoemsAreReadSideBySideAndEachByItself() {
    List<String> poems = Verse.poems(40);
    List<LineScore> together = new LineScores(model).of(Corpus.of(poems));
    assertEquals(160, together.size());
    List<LineScore> alone = new LineScores(model).of(Corpus.of(List.of(poems.get(33))));
    for (int line = 0; line < 4; line++) {
      assertEquals(
          alone.get(line).logProbability(), together.get(33 * 4 + line).logProbability(), 1e-9);
    }
    assertTrue(together.stream().allMatch(line -> line.logProbability() < 0));
  }
}
