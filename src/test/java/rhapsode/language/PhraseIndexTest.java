package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseIndexTest {
  private static final String POEM =
      "The ferry hums across the bay,\nA lamp is lit at end of day,\n\nThe gulls come in.";

  @TempDir Path folder;

  private static PhraseIndex index(String... poems) {
    return PhraseIndex.of(Arrays.stream(poems).map(PhraseHash::poem).toList());
  }

  @Test
  void everyPhraseOfThePoemsIsFoundAlsoAcrossLines() {
    PhraseIndex index = index(POEM, "one two");
    List<String> words = Words.of(POEM);
    for (int from = 0; from + 8 <= words.size(); from++) {
      assertTrue(index.forbidden().holds(words, from));
    }
    for (int from = 0; from + 5 <= words.size(); from++) {
      assertTrue(index.worn().holds(words, from));
    }
    assertTrue(
        index.forbidden().holdsAny(PhraseHash.poem("but hark: " + POEM.toUpperCase(Locale.ROOT))));
  }

  @Test
  void noPhraseRunsFromOnePoemIntoTheNext() {
    PhraseSet phrases =
        PhraseSet.of(2, List.of(PhraseHash.poem("one two"), PhraseHash.poem("three four")));
    assertEquals(2, phrases.size());
    assertFalse(phrases.holds(List.of("two", "three"), 0));
    assertTrue(phrases.holds(List.of("three", "four"), 0));
  }

  @Test
  void foreignPhrasesAreFoundAsRarelyAsPromised() {
    var random = new Random(5);
    List<long[]> poems = List.of(random.longs(100_000).toArray());
    for (double bits : new double[] {4, 7, 10}) {
      PhraseFilter filter = PhraseFilter.of(PhraseSet.of(1, poems), bits);
      double found = random.longs(200_000).filter(filter::holds).count() / 200_000.0;
      assertEquals(filter.error(), found, 0.1 * filter.error() + 0.0005);
      assertTrue(Arrays.stream(poems.get(0)).allMatch(w -> filter.holds(new long[] {w}, 0)));
    }
    assertEquals(0.0082, PhraseFilter.of(PhraseSet.of(1, poems), 10).error(), 0.0002);
  }

  @Test
  void aFileHoldsTheSame() throws IOException {
    PhraseIndex index = index(POEM);
    Path file = folder.resolve("phrases");
    index.write(file);
    assertEquals(index.bytes(), Files.size(file));
    assertFalse(
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("ferry"));
    PhraseIndex read = PhraseIndex.read(file);
    assertEquals(index.forbidden().size(), read.forbidden().size());
    assertTrue(read.forbidden().holdsAny(PhraseHash.poem(POEM)));
    assertTrue(read.worn().holdsAny(PhraseHash.poem(POEM)));
    assertEquals(8, read.forbidden().length());
  }

  @Test
  void poemsWithoutPhrasesGiveAnIndexThatHoldsNone() {
    assertFalse(index("one two").forbidden().holdsAny(PhraseHash.poem(POEM)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 8, 12, 23, 30, 48})
  void aFileThatIsCutOffIsNoIndex(int length) throws IOException {
    Path file = folder.resolve("phrases");
    index(POEM).write(file);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    assertThrows(IllegalArgumentException.class, () -> PhraseIndex.read(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 12, 16, 20})
  void aFileWithAChangedHeaderIsNoIndex(int at) throws IOException {
    Path file = folder.resolve("phrases");
    index(POEM).write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] = (byte) 0xFF;
    Files.write(file, bytes);
    assertThrows(IllegalArgumentException.class, () -> PhraseIndex.read(file));
  }

  @Test
  void aFileThatGoesOnIsNoIndex() throws IOException {
    Path file = folder.resolve("phrases");
    index(POEM).write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
    assertThrows(IllegalArgumentException.class, () -> PhraseIndex.read(file));
  }

  @Test
  void impossibleSizesAreRefused() {
    PhraseSet phrases = PhraseSet.of(2, List.of(PhraseHash.poem(POEM)));
    assertThrows(IllegalArgumentException.class, () -> PhraseFilter.of(phrases, 0.5));
    assertThrows(IllegalArgumentException.class, () -> PhraseFilter.of(phrases, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> PhraseSet.of(0, List.of()));
    PhraseFilter filter = PhraseFilter.of(phrases, 8);
    assertThrows(IllegalArgumentException.class, () -> new PhraseIndex(filter, filter));
  }
}
