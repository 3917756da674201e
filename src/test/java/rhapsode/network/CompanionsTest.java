package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseIndex;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/** What a model knows of its training text comes and goes with it. */
class CompanionsTest {
  private static final String POEM = "the moon sings in the garden and a fox waits by the river";

  @TempDir Path folder;
  private ModelFolder model;

  @BeforeEach
  void write() throws IOException {
    model = new ModelFolder(folder.resolve("base"));
    write(model, "hash");
  }

  private static void write(ModelFolder model, String corpus) throws IOException {
    NetworkDescription description = SmallNetworks.stream(0.01, 1);
    Vocabulary vocabulary = Vocabulary.of(Verse.corpus(20), 60, 1);
    var score = new Score(2, 1, 1, 0);
    model.write(
        description,
        vocabulary,
        Networks.create(description, vocabulary.size(), 5),
        new ModelFolder.Origin(corpus, "", "CC0-1.0", Instant.EPOCH),
        new Epoch(score, score));
  }

  private void remember(String poem, String capital) {
    model.remember(PhraseIndex.of(List.of(PhraseHash.poem(poem))), new Capitals(Set.of(capital)));
  }

  private static boolean knows(ModelFolder model, String poem) {
    return model.phrases().orElseThrow().forbidden().holdsAny(PhraseHash.poem(poem));
  }

  @Test
  void aModelNeedsNone() {
    assertEquals(Optional.empty(), model.phrases());
    assertEquals(Optional.empty(), model.capitals());
  }

  @Test
  void whatIsRememberedIsThere() throws IOException {
    remember(POEM, "june");
    assertTrue(knows(model, POEM));
    assertEquals(Optional.of(new Capitals(Set.of("june"))), model.capitals());
    model.load();
    remember("one two three four five six seven eight nine", "god");
    assertFalse(knows(model, POEM));
    assertEquals(5, files(folder.resolve("base")), "what was remembered before is removed");
  }

  @Test
  void aChildTakesThemOver() throws IOException {
    remember(POEM, "june");
    var child = new ModelFolder(folder.resolve("child"), Optional.of(folder.resolve("base")));
    write(child, "other");
    write(child, "other");
    var alone = new ModelFolder(folder.resolve("child"));
    Files.delete(file("base", "phrases-*.bin"));
    assertTrue(knows(alone, POEM));
    assertEquals(Optional.of(new Capitals(Set.of("june"))), alone.capitals());
    assertEquals(5, files(folder.resolve("child")));
  }

  @Test
  void whatAChildWasToldItselfComesFirst() throws IOException {
    remember(POEM, "june");
    var child = new ModelFolder(folder.resolve("child"), Optional.of(folder.resolve("base")));
    write(child, "other");
    child.remember(PhraseIndex.of(List.of(PhraseHash.poem("other"))), new Capitals(Set.of("god")));
    write(child, "other");
    assertEquals(Optional.of(new Capitals(Set.of("god"))), child.capitals());
  }

  @Test
  void theChildOfAModelWithoutHasNone() throws IOException {
    var child = new ModelFolder(folder.resolve("child"), Optional.of(folder.resolve("base")));
    write(child, "other");
    assertEquals(Optional.empty(), child.phrases());
  }

  @Test
  void trainingOnTheSameTextKeepsThemAndOnAnotherDropsThem() throws IOException {
    remember(POEM, "june");
    write(model, "hash");
    assertTrue(knows(model, POEM));
    write(model, "another hash");
    assertEquals(Optional.empty(), model.phrases());
    assertEquals(Optional.empty(), model.capitals());
    assertEquals(3, files(folder.resolve("base")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"phrases-*.bin", "capitals-*.txt"})
  void aTruncatedFileIsOneSentence(String pattern) throws IOException {
    remember(POEM, "june");
    Path file = file("base", pattern);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Executable reading = pattern.startsWith("p") ? model::phrases : model::capitals;
    for (Executable use : List.of(reading, model::load)) {
      String sentence = assertThrows(ModelException.class, use).getMessage();
      assertEquals(
          "The model in %s has a file %s that is not the one its manifest names; restore the folder from a backup or train it anew."
              .formatted(folder.resolve("base"), file.getFileName()),
          sentence);
    }
  }

  @Test
  void aMissingFileIsOneSentence() throws IOException {
    remember(POEM, "june");
    Files.delete(file("base", "phrases-*.bin"));
    String sentence = assertThrows(ModelException.class, model::phrases).getMessage();
    assertTrue(sentence.contains("has no file for its phrases; restore"), sentence);
  }

  @Test
  void aFileOfAnotherKindIsOneSentence() throws IOException {
    remember(POEM, "june");
    Path manifest = folder.resolve("base/manifest.json");
    String text = Files.readString(manifest);
    String capitals = file("base", "capitals-*.txt").getFileName().toString();
    Files.writeString(
        manifest,
        text.replaceAll("phrases-[0-9a-f]+.bin", capitals)
            .replaceAll(
                "(\"phrases_sha256\" : \")[0-9a-f]+",
                "$1" + AtomicFiles.sha256(file("base", "capitals-*.txt"))));
    String sentence = assertThrows(ModelException.class, model::phrases).getMessage();
    assertTrue(sentence.contains("has a file for its phrases that cannot be read"), sentence);
  }

  /** A folder in the place of a file that is to be written fails the writer at that very file. */
  @ParameterizedTest
  @ValueSource(strings = {"phrases-new.tmp", "capitals-new.tmp", "manifest.json.tmp"})
  void aWriteThatIsInterruptedLeavesWhatWasRemembered(String at) throws IOException {
    remember(POEM, "june");
    Files.createDirectories(folder.resolve("base").resolve(at).resolve("full"));
    String sentence =
        assertThrows(ModelException.class, () -> remember("other words", "god")).getMessage();
    assertTrue(sentence.contains("cannot be written to ("), sentence);
    model.load();
    assertTrue(knows(model, POEM));
    assertEquals(Optional.of(new Capitals(Set.of("june"))), model.capitals());
  }

  private Path file(String name, String pattern) throws IOException {
    try (var files = Files.newDirectoryStream(folder.resolve(name), pattern)) {
      return files.iterator().next();
    }
  }

  private static long files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
