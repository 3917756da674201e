package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseIndex;
import rhapsode.language.Score;
import rhapsode.language.Vocabulary;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.JsonMutation;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;

/**
 * Models out of a damaged disk, or out of the hands of somebody who also wrote the hashes anew: the
 * whole folder is read, or refused with one sentence, and nothing is allocated on the word of a
 * file.
 */
class ModelFuzzTest {
  private static final int MODELS = Fuzz.count("models", 60);
  private static final int HEADER = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Map<String, byte[]> files;

  /** What stands in the place of one of a model's files. */
  private static final class Damage {
    final String file;
    final byte[] bytes;
    final boolean hashed;

    Damage(String file, byte[] bytes, boolean hashed) {
      this.file = file;
      this.bytes = bytes;
      this.hashed = hashed;
    }

    @Override
    public String toString() {
      return file + (hashed ? ", hashed anew" : "") + ", " + bytes.length + " bytes";
    }
  }

  @BeforeEach
  void write() throws IOException {
    var model = new ModelFolder(folder.resolve("example"));
    NetworkDescription description = SmallNetworks.stream(0.01, 1);
    Vocabulary vocabulary = Vocabulary.of(Verse.corpus(20), 60, 1);
    var score = new Score(2, 1, 1, 0);
    model.write(
        description,
        vocabulary,
        Networks.create(description, vocabulary.size(), 5),
        new ModelFolder.Origin("hash", "", "CC0-1.0", Instant.EPOCH),
        new Epoch(score, score));
    long[] poem = PhraseHash.poem("the moon sings in the garden and a fox waits by the river");
    model.remember(PhraseIndex.of(List.of(poem)), new Capitals(Set.of("june")));
    files = new TreeMap<>();
    try (var all = Files.list(folder.resolve("example"))) {
      for (Path file : (Iterable<Path>) all::iterator) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
  }

  private Damage damage(Random random) {
    String file = Nasty.one(new ArrayList<>(files.keySet()), random);
    byte[] bytes = files.get(file);
    if (file.equals(ModelFolder.MANIFEST) && random.nextBoolean()) {
      return new Damage(file, manifest(random), false);
    }
    if (file.endsWith(".zip") && random.nextInt(4) > 0) {
      return new Damage(file, zip(bytes, random), true);
    }
    return new Damage(file, Mutation.of(bytes, random), random.nextInt(4) > 0);
  }

  /** A sound archive of damaged entries. */
  private static byte[] zip(byte[] bytes, Random random) {
    var damaged = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(bytes));
        var out = new ZipOutputStream(damaged)) {
      boolean first = random.nextBoolean();
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(first ? entry(entry.getName(), content, random) : content);
        first = !first;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return damaged.toByteArray();
  }

  private static byte[] entry(String name, byte[] content, Random random) {
    if (name.endsWith(".json")) {
      String json = new String(content, StandardCharsets.UTF_8);
      return Mutation.of(json, List.of(json), random).getBytes(StandardCharsets.UTF_8);
    }
    // The header decides what is allocated.
    int header = random.nextBoolean() ? HEADER : content.length;
    byte[] mutated = Mutation.of(Arrays.copyOf(content, header), random);
    byte[] all = Arrays.copyOf(mutated, mutated.length + content.length - header);
    System.arraycopy(content, header, all, mutated.length, content.length - header);
    return all;
  }

  private byte[] manifest(Random random) {
    try {
      var json = (ObjectNode) JSON.readTree(files.get(ModelFolder.MANIFEST));
      ObjectNode mutated = JsonMutation.of(json, Set.of(), random);
      if (random.nextBoolean()) {
        String source = json.path("network").asText();
        mutated.put(
            "network",
            random.nextBoolean()
                ? Mutation.of(source, List.of(source), random)
                : source.replaceAll("size: 1[0-9]", "size: " + (1 + random.nextInt(8192))));
      }
      return mutated.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDamagedModelIsOneSentence() throws IOException {
    Path place = Files.createDirectories(folder.resolve("damaged"));
    Fuzz.of("model files", this::damage, Shrinker.none())
        .run(
            MODELS,
            damage -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(place.resolve(file.getKey()), file.getValue());
              }
              Files.write(place.resolve(damage.file), damage.bytes);
              if (damage.hashed) {
                hashAnew(place, damage.file);
              }
              var model = new ModelFolder(place);
              used(model::load);
              used(model::phrases);
              used(model::capitals);
              used(model::size);
              used(model::description);
              used(model::validPerplexity);
              used(model::trainedAt);
            });
  }

  private void hashAnew(Path place, String file) throws IOException {
    String manifest = new String(files.get(ModelFolder.MANIFEST), StandardCharsets.UTF_8);
    var before = folder.resolve("example").resolve(file);
    String hash = AtomicFiles.sha256(before);
    if (!file.equals(ModelFolder.MANIFEST)) {
      Files.writeString(
          place.resolve(ModelFolder.MANIFEST),
          manifest.replace(hash, AtomicFiles.sha256(place.resolve(file))));
    }
  }

  private interface Use {
    Object of();
  }

  private static void used(Use use) {
    try {
      use.of();
    } catch (ModelException e) {
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
      assertTrue(e.getMessage().length() < 500, e.getMessage());
    }
  }
}
