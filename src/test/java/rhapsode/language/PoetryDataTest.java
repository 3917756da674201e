package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import rhapsode.testing.PoetryData;

/** Our counting against that of the training data's README; skipped where the data is not there. */
class PoetryDataTest {
  @Test
  void tokensTypesAndUnknownWordsAreCountedAsInTheReadme() {
    Corpus train = Corpus.read(PoetryData.file("train.txt"), TextFormat.POEMS);
    assertEquals(15_097, train.poems().size());
    assertEquals(3_813_958, train.size(), 20);
    var types = new HashSet<String>();
    train.poems().forEach(types::addAll);
    assertEquals(53_677, types.size(), 5);

    Corpus valid = Corpus.read(PoetryData.file("valid.txt"), TextFormat.POEMS);
    Vocabulary vocabulary = Vocabulary.of(train, 10_000, 1);
    long unknown =
        valid.poems().stream()
            .flatMap(java.util.List::stream)
            .filter(token -> !vocabulary.holds(token))
            .count();
    assertEquals(0.0362, (double) unknown / valid.size(), 0.0005);
  }
}
