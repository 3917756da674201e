package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  private static final Corpus CORPUS = Corpus.of(List.of("b a b c\nb a", "d"));

  @Test
  void structureComesFirstThenWordsByFrequencyThenAlphabet() {
    assertEquals(
        List.of("<unk>", "<line>", "<stanza>", "<poem>", "b", "a", "c", "d"),
        Vocabulary.of(CORPUS, 100, 1).words());
    assertEquals(6, Vocabulary.of(CORPUS, 6, 1).size());
    assertEquals(6, Vocabulary.of(CORPUS, 100, 2).size());
  }

  @Test
  void unknownWordsHaveTheUnknownId() {
    var vocabulary = Vocabulary.of(CORPUS, 5, 1);
    assertEquals(4, vocabulary.id("b"));
    assertEquals(Vocabulary.UNKNOWN, vocabulary.id("zebra"));
    assertEquals("<line>", vocabulary.word(Vocabulary.LINE));
  }

  @Test
  void survivesAFile(@TempDir Path folder) throws IOException {
    var vocabulary = Vocabulary.of(CORPUS, 100, 1);
    vocabulary.write(folder.resolve("v.txt"));
    assertEquals(vocabulary, Vocabulary.read(folder.resolve("v.txt")));
  }

  @Test
  void refusesWordsThatAreNoVocabulary() {
    assertThrows(IllegalArgumentException.class, () -> new Vocabulary(List.of("a", "b")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Vocabulary(List.of("<unk>", "<line>", "<stanza>", "<poem>", "a", "a")));
  }
}
