package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import rhapsode.language.Capitals;
import rhapsode.language.PhraseIndex;

/**
 * A model folder from elsewhere may be made to harm: each such file ends in one sentence, soon and
 * with little memory, and nothing that it names is made, run, read or written.
 */
@Timeout(20)
class HostileModelTest {
  @TempDir Path outside;
  private Path folder;
  private HostileFolder model;

  @BeforeEach
  void write() throws IOException {
    folder = outside.resolve("models").resolve("small");
    model = new HostileFolder(folder);
    Gadget.forget();
  }

  @Test
  void aClassThatItsConfigurationNamesIsNeverMade() throws IOException {
    String json;
    try (var zip = new java.util.zip.ZipFile(model.weights().toFile())) {
      var entry = zip.getEntry(ModelSerializer.CONFIGURATION_JSON);
      json = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
    String hostile = json.replace(PacedRate.class.getName(), Gadget.class.getName());
    model.entries(
        Map.of(ModelSerializer.CONFIGURATION_JSON, hostile.getBytes(StandardCharsets.UTF_8)));
    new ModelFolder(folder).load();
    assertFalse(Gadget.woke());
    ModelSerializer.restoreMultiLayerNetwork(model.weights().toFile(), false);
    assertTrue(Gadget.woke(), "DL4J's own reader makes it, so the test would notice");
  }

  @Test
  void aJavaObjectBesideTheWeightsIsNotDeserialised() throws IOException {
    model.entries(
        Map.of("preprocessor.bin", Gadget.serialised(), "updater.bin", Gadget.serialised()));
    new ModelFolder(folder).load();
    assertFalse(Gadget.woke());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret.zip",
        "/etc/passwd",
        "..",
        ".",
        "",
        "a/../../../secret.zip",
        "secret\u0000.zip",
        "..\\secret.zip",
        "C:\\secret.zip",
        "file:///etc/passwd"
      })
  void aNameThatLeadsOutIsNoFile(String name) throws IOException {
    Files.writeString(outside.resolve("secret.zip"), "secret");
    for (String key : new String[] {"weights", "vocabulary_file"}) {
      var other = new HostileFolder(outside.resolve("other-" + key));
      other.set(key, name);
      assertTrue(other.refusal().contains("has no file for its"), other.refusal());
    }
  }

  @Test
  void aLinkThatLeadsOutIsNoFile() throws IOException {
    Path secret = Files.write(outside.resolve("secret.zip"), Files.readAllBytes(model.weights()));
    Files.delete(model.weights());
    Files.createSymbolicLink(model.weights(), secret);
    assertTrue(model.refusal().contains("has no file for its weights"));
  }

  @Test
  void aLinkIsNotWrittenThrough() throws IOException {
    Path secret = Files.writeString(outside.resolve("authorized_keys"), "mine");
    for (String name : new String[] {"phrases-new.tmp", "capitals-new.tmp", "manifest.json.tmp"}) {
      Files.createSymbolicLink(folder.resolve(name), secret);
    }
    new ModelFolder(folder).remember(PhraseIndex.of(java.util.List.of()), Capitals.NONE);
    assertEquals("mine", Files.readString(secret));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE})
  void aHeaderThatAsksForAnyMemoryGetsNone(long length) throws IOException {
    model.entries(Map.of(ModelSerializer.COEFFICIENTS_BIN, header(length, length, "FLOAT")));
    model.refusal();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPRESSED", "UTF8", "DOUBLE", "nonsense"})
  void numbersOfAnotherTypeAreRefused(String type) throws IOException {
    long length = new ModelFolder(folder).load().network().numParams();
    model.entries(Map.of(ModelSerializer.COEFFICIENTS_BIN, header(length, length, type)));
    assertTrue(model.refusal().contains("cannot be read"));
  }

  @Test
  void weightsThatAreCutOffInsideASoundZipAreRefused() throws IOException {
    long length = new ModelFolder(folder).load().network().numParams();
    model.entries(Map.of(ModelSerializer.COEFFICIENTS_BIN, header(length, length, "FLOAT")));
    assertTrue(model.refusal().contains("cannot be read"));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weightsThatAreNoNumbersAreRefused(float value) throws IOException {
    var params = new ModelFolder(folder).load().network().params();
    params.putScalar(params.length() / 2, value);
    model.entries(Map.of(ModelSerializer.COEFFICIENTS_BIN, Nd4j.toByteArray(params)));
    assertTrue(model.refusal().contains("cannot be read"));
  }

  @Test
  void whatUnpacksToMuchMoreThanItIsIsRefused() throws IOException {
    model.entries(Map.of(ModelSerializer.CONFIGURATION_JSON, new byte[16 << 20]));
    assertTrue(Files.size(model.weights()) < 1 << 20, "a bomb is small");
    assertTrue(model.refusal().contains("cannot be read"));
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    for (byte[] content : new byte[][] {{}, {'P', 'K', 3, 4}, new byte[4096]}) {
      model.weights(content);
      assertTrue(model.refusal().contains("cannot be read"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1/']]",
        "name: !!rhapsode.network.Gadget {}",
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]",
        "",
        "[",
        "name: x",
        "- 1"
      })
  void aNetworkThatIsNoPlainDescriptionIsRefused(String yaml) throws IOException {
    model.set("network", yaml);
    assertTrue(model.refusal().contains("was not written by this program"), model.refusal());
    assertFalse(Gadget.woke());
  }

  @Test
  void nestingWithoutEndIsRefused() throws IOException {
    model.set("network", "[".repeat(40_000));
    assertTrue(model.refusal().contains("was not written by this program"));
    Files.writeString(model.manifestFile(), "[".repeat(500_000));
    assertTrue(model.refusal().contains("has a manifest that is not JSON"));
  }

  @Test
  void aNetworkLargerThanItsWeightsIsRefusedBeforeItIsMade() throws IOException {
    String huge = model.manifest().path("network").asText().replace("size: 16", "size: 8192");
    model.set("network", huge);
    assertTrue(model.refusal().contains("does not fit its network"));
    String deep = model.manifest().path("network").asText();
    String layer = "  - {kind: dropout, rate: 0.1}\n";
    model.set("network", deep.replace(layer, layer.repeat(1_000)));
    assertTrue(model.refusal().contains("was not written by this program"));
  }

  @Test
  void filesThatAreTooLongAreNotRead() throws IOException {
    Path words = folder.resolve(model.manifest().path("vocabulary_file").asText());
    lengthen(words, 1L << 25);
    model.set("vocabulary_sha256", AtomicFiles.sha256(words));
    assertTrue(model.refusal().contains("cannot be read"));
    lengthen(model.manifestFile(), 1L << 33);
    assertTrue(model.refusal().contains("has a manifest that cannot be read"));
  }

  /** A hole in the file: long, and quickly made. */
  private static void lengthen(Path file, long bytes) throws IOException {
    try (var open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(bytes);
    }
  }

  /** An array of which there is only the beginning. */
  private static byte[] header(long columns, long length, String type) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(6);
    out.writeUTF("LONG");
    for (long number : new long[] {1, columns, 1, 0, 1, 'c'}) {
      out.writeLong(number);
    }
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(length);
    out.writeUTF(type);
    out.writeFloat(1);
    return bytes.toByteArray();
  }
}
