package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path folder;

  @Test
  void readsPoemsWithTwoBlankLinesBetween() {
    var corpus = Corpus.parse("One\ntwo\n\nthree\n\n\nFour\n\n\n\n\nFive\n", TextFormat.POEMS, "x");
    assertEquals(3, corpus.poems().size());
    assertEquals(List.of("four", "<line>", "<poem>"), corpus.poems().get(1));
    assertEquals(8 + 3 + 3, corpus.size());
  }

  @Test
  void readsTokensAsTheyAre() {
    var corpus = Corpus.parse("look 'd man 's <eos> It <eos>\n\na <eos>\n", TextFormat.TOKENS, "x");
    assertEquals(
        List.of("look", "'d", "man", "'s", "<line>", "It", "<line>"), corpus.poems().get(0));
    assertEquals(2, corpus.poems().size());
  }

  @Test
  void anEmptyBinaryOrMissingFileIsOneSentence() throws IOException {
    Path file = folder.resolve("corpus.txt");
    assertEquals("There is no file " + file + ".", fault(file));
    Files.writeString(file, " \n\n\u200B \n");
    assertEquals(
        file + " holds no verse; it needs poems, with two blank lines between them.", fault(file));
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 65});
    assertTrue(fault(file).endsWith("is not UTF-8 text; a corpus is plain verse."));
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertTrue(fault(file).endsWith("is not UTF-8 text; a corpus is plain verse."));
    assertEquals("The file " + folder + " cannot be read.", fault(folder));
  }

  @Test
  void textsAreThePoemsAsTheyStand() throws IOException {
    Path file = folder.resolve("corpus.txt");
    Files.writeString(file, "One,\r\ntwo\r\n\r\n\r\n--\n\n\nThree\n\nfour\n");
    assertEquals(List.of("One,\ntwo", "Three\n\nfour\n"), Corpus.texts(file));
    Files.writeString(file, " -- \n");
    assertEquals(
        file + " holds no verse; it needs poems, with two blank lines between them.",
        assertThrows(CorpusException.class, () -> Corpus.texts(file)).getMessage());
  }

  private static String fault(Path file) {
    return assertThrows(CorpusException.class, () -> Corpus.read(file, TextFormat.POEMS))
        .getMessage();
  }

  @Test
  void heldOutPoemsAreAboutTheShareAndAlwaysTheSame() {
    List<List<String>> poems =
        IntStream.range(0, 2000).mapToObj(i -> Tokenizer.poem("poem number " + i)).toList();
    long held = poems.stream().filter(poem -> Corpus.isHeldOut(poem, 0.1)).count();
    assertTrue(held > 150 && held < 250, "held out: " + held);
    assertTrue(poems.stream().noneMatch(poem -> Corpus.isHeldOut(poem, 0)));
    assertTrue(
        poems.stream()
            .filter(poem -> Corpus.isHeldOut(poem, 0.1))
            .allMatch(poem -> Corpus.isHeldOut(poem, 0.2)));
  }

  @Test
  void hashAndVocabularyDoNotDependOnTheOrder() {
    var one = Corpus.of(List.of("the moon", "the sea", "a sea of moon"));
    var two = Corpus.of(List.of("a sea of moon", "the moon", "the sea"));
    assertEquals(one.hash(), two.hash());
    assertEquals(Vocabulary.of(one, 100, 1), Vocabulary.of(two, 100, 1));
    assertTrue(!one.hash().equals(Corpus.of(List.of("the moon")).hash()));
  }
}
