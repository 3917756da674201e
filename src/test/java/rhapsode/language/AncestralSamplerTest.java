package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rhapsode.testing.FakeLanguageModel;
import rhapsode.testing.Verse;

class AncestralSamplerTest {
  private final FakeLanguageModel model = new FakeLanguageModel(Verse.poems(20));

  private Corpus poems(int count, int longest, long seed) {
    return new AncestralSampler(model, new Random(seed), longest, () -> {}).poems(count);
  }

  @Test
  void writesSoManyWholePoems() {
    for (int count : new int[] {1, 7, 48, 120}) {
      Corpus corpus = poems(count, 60, 3);
      assertEquals(count, corpus.poems().size());
      assertTrue(corpus.poems().stream().allMatch(AncestralSamplerTest::isWhole));
      assertTrue(corpus.poems().stream().allMatch(poem -> poem.size() <= 60));
    }
  }

  private static boolean isWhole(List<String> poem) {
    return poem.indexOf(Tokens.POEM) == poem.size() - 1;
  }

  @Test
  void followsFromTheSeed() {
    assertEquals(poems(30, 60, 5), poems(30, 60, 5));
    assertTrue(!poems(30, 60, 5).equals(poems(30, 60, 6)));
  }

  @Test
  void drawsEachWordAsOftenAsTheModelExpectsIt() {
    List<List<String>> poems = poems(20_000, 1, 8).poems();
    assertTrue(poems.stream().allMatch(List.of(Tokens.POEM)::equals), "cut before the first word");
    poems = poems(20_000, 2, 8).poems();
    float[] expected = model.begin(1).read(new int[] {Vocabulary.POEM})[0];
    for (int id = 0; id < model.vocabulary().size(); id++) {
      String word = model.vocabulary().word(id);
      long seen = poems.stream().filter(poem -> poem.get(0).equals(word)).count();
      double p = Math.exp(expected[id]);
      assertEquals(p, seen / 20_000.0, 5 * Math.sqrt(p / 20_000), word);
    }
  }

  @Test
  void linesComeInReadingOrder() {
    var backward = new FakeLanguageModel(Verse.poems(20), LineOrder.BACKWARD);
    Corpus forward = poems(5, 40, 2);
    Corpus turned = new AncestralSampler(backward, new Random(2), 40, () -> {}).poems(5);
    for (int i = 0; i < 5; i++) {
      int[] ids = model.vocabulary().encode(turned.poems().get(i));
      int[] back = LineOrder.BACKWARD.apply(ids);
      assertEquals(
          forward.poems().get(i),
          java.util.Arrays.stream(back).mapToObj(model.vocabulary()::word).toList());
    }
  }

  @Test
  void aPoemHasAToken() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new AncestralSampler(model, new Random(1), 0, () -> {}));
  }
}
