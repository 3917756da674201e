package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/**
 * A model that was sound, in the hands of somebody who changes its files and mends their hashes.
 */
final class HostileFolder {
  /** More than any refusal needs, and far less than what the files ask for. */
  private static final long MOST_ALLOCATED = 64 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  HostileFolder(Path folder) throws IOException {
    this.folder = folder;
    NetworkDescription description = SmallNetworks.stream(0.01, 1);
    Vocabulary vocabulary = Vocabulary.of(Verse.corpus(20), 60, 1);
    var score = new Score(2, 1, 1, 0);
    new ModelFolder(folder)
        .write(
            description,
            vocabulary,
            Networks.create(description, vocabulary.size(), 5),
            new ModelFolder.Origin("hash", "", "CC0-1.0", Instant.EPOCH),
            new Epoch(score, score));
  }

  Path manifestFile() {
    return folder.resolve(ModelFolder.MANIFEST);
  }

  ObjectNode manifest() throws IOException {
    return (ObjectNode) JSON.readTree(manifestFile().toFile());
  }

  /** Sets a text of the manifest. */
  void set(String key, String value) throws IOException {
    JSON.writeValue(manifestFile().toFile(), manifest().put(key, value));
  }

  Path weights() throws IOException {
    return folder.resolve(manifest().path("weights").asText());
  }

  /** Puts another content in the place of the weights, with the hash that belongs to it. */
  void weights(byte[] content) throws IOException {
    Files.write(weights(), content);
    set("weights_sha256", AtomicFiles.sha256(weights()));
  }

  /** Changes entries of the weights' zip. */
  void entries(Map<String, byte[]> changed) throws IOException {
    Path zip = weights();
    rewrite(zip, changed);
    set("weights_sha256", AtomicFiles.sha256(zip));
  }

  /** Changes or adds entries of a zip. */
  static void rewrite(Path file, Map<String, byte[]> changed) throws IOException {
    var content = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        content.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    content.putAll(changed);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  /** The sentence that loading ends with, after little memory. */
  String refusal() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    var refused = assertThrows(ModelException.class, () -> new ModelFolder(folder).load());
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < MOST_ALLOCATED, allocated + " bytes were allocated");
    String sentence = refused.getMessage();
    assertTrue(sentence.startsWith("The ") && sentence.endsWith("."), sentence);
    assertTrue(sentence.lines().count() == 1 && sentence.length() < 400, sentence);
    return sentence;
  }
}
