package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

class ModelFolderTest {
  @TempDir Path folder;
  private ModelFolder model;

  @BeforeEach
  void write() throws IOException {
    model = new ModelFolder(folder.resolve("small"));
    write(Vocabulary.of(Verse.corpus(20), 60, 1));
  }

  private void write(Vocabulary vocabulary) throws IOException {
    NetworkDescription description = SmallNetworks.stream(0.01, 1);
    var score = new Score(2, 1, 1, 0);
    model.write(
        description,
        vocabulary,
        Networks.create(description, vocabulary.size(), 5),
        new ModelFolder.Origin("hash", "", "CC0-1.0", Instant.EPOCH),
        new Epoch(score, score));
  }

  @Test
  void whatWasWrittenIsRead() {
    ModelFolder.Loaded loaded = model.load();
    assertEquals("small", model.name());
    assertEquals(Vocabulary.of(Verse.corpus(20), 60, 1), loaded.vocabulary());
    assertEquals(Math.exp(2), model.validPerplexity(), 1e-9);
    assertEquals("small", model.size().network());
  }

  @Test
  void writingAgainLeavesOneWholeModel() throws IOException {
    write(Vocabulary.of(Verse.corpus(2), 60, 1));
    model.load();
    try (var files = Files.list(folder.resolve("small"))) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void aMissingModelSaysWhatToDo() {
    assertEquals(
        "There is no model in nowhere; train one with 'rhapsode train', or name another folder.",
        fault(new ModelFolder(Path.of("nowhere"))));
  }

  @Test
  void truncatedWeightsAreFound() throws IOException {
    Path weights = weights();
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));
    assertTrue(fault(model).contains("that is not the one its manifest names; restore the folder"));
  }

  @Test
  void missingWeightsAreFound() throws IOException {
    Files.delete(weights());
    assertTrue(fault(model).contains("has no file for its weights"));
  }

  @Test
  void aForeignManifestIsFound() throws IOException {
    Path manifest = folder.resolve("small/manifest.json");
    for (String foreign : List.of("{\"format\": 99}", "[1, 2]", "{\"format\": 1}")) {
      Files.writeString(manifest, foreign);
      assertTrue(fault(model).contains("was not written by this program"), foreign);
    }
    Files.writeString(manifest, "not json");
    assertTrue(fault(model).contains("has a manifest that is not JSON"));
    Files.write(manifest, new byte[0]);
    assertTrue(fault(model).startsWith("The model in"));
  }

  @Test
  void aManifestCannotNameFilesOutsideItsFolder() throws IOException {
    Path manifest = folder.resolve("small/manifest.json");
    Files.writeString(folder.resolve("secret.zip"), "x");
    String changed =
        Files.readString(manifest).replaceAll("network-[0-9a-f]+.zip", "../secret.zip");
    Files.writeString(manifest, changed);
    assertTrue(fault(model).contains("has no file for its weights"));
  }

  @Test
  void aVocabularyThatDoesNotFitTheNetworkIsFound() throws IOException {
    Path words = file("vocabulary-*.txt");
    Files.writeString(words, Files.readString(words) + "another\n");
    Path manifest = folder.resolve("small/manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceAll("(\"vocabulary_sha256\" : \")[0-9a-f]+", "$1" + AtomicFiles.sha256(words)));
    assertTrue(fault(model).contains("does not fit its network"), fault(model));
  }

  @Test
  void whatACrashLeftInTheFolderDoesNotMatter() throws IOException {
    for (String left : List.of("vocabulary-new.tmp", "network-new.tmp", "network-new")) {
      Files.writeString(folder.resolve("small").resolve(left), "half");
    }
    Files.writeString(folder.resolve("small/manifest.json.tmp"), "{");
    model.load();
    write(Vocabulary.of(Verse.corpus(2), 60, 1));
    assertEquals(Vocabulary.of(Verse.corpus(2), 60, 1), model.load().vocabulary());
  }

  /** A folder in the place of a file that is to be written fails the writer at that very file. */
  @ParameterizedTest
  @ValueSource(strings = {"vocabulary-new.tmp", "network-new.tmp", "manifest.json.tmp"})
  void aSaveThatIsInterruptedLeavesTheOldModelReadable(String at) throws IOException {
    Path hindrance = Files.createDirectories(folder.resolve("small").resolve(at).resolve("full"));
    assertThrows(IOException.class, () -> write(Vocabulary.of(Verse.corpus(2), 60, 1)));
    assertEquals(Vocabulary.of(Verse.corpus(20), 60, 1), model.load().vocabulary());
    assertTrue(Files.exists(hindrance));
  }

  private Path weights() throws IOException {
    return file("network-*.zip");
  }

  private Path file(String pattern) throws IOException {
    try (var files = Files.newDirectoryStream(folder.resolve("small"), pattern)) {
      return files.iterator().next();
    }
  }

  private static String fault(ModelFolder model) {
    return assertThrows(ModelException.class, model::load).getMessage();
  }

  /**
   * Found by fuzzing: the network was made, with gigabytes of weights, to see that it is another.
   */
  @Test
  void aManifestWithAHugeNetworkCostsNothing() throws IOException {
    Path manifest = folder.resolve("small/manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("kind: lstm, size: 16", "kind: lstm, size: 8192"));
    String fault = assertTimeout(Duration.ofSeconds(30), () -> fault(model));
    assertTrue(fault.contains("does not fit its network"), fault);
  }
}
