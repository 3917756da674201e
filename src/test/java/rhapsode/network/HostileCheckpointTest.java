package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.testing.SmallNetworks;

/** A checkpoint may lie in a folder from elsewhere, and {@code --resume} would read it. */
@Timeout(20)
class HostileCheckpointTest {
  @TempDir Path folder;
  private Path file;
  private final MultiLayerNetwork network = network(3);

  private static MultiLayerNetwork network(long seed) {
    return Networks.create(SmallNetworks.stream(0.01, 1), 60, seed);
  }

  @BeforeEach
  void write() throws IOException {
    Gadget.forget();
    file = folder.resolve("checkpoint.zip");
    Checkpoint.write(
        file,
        network,
        Optional.of(network.params()),
        Checkpoint.Progress.start("corpus", 1),
        Optional.empty());
  }

  private byte[] entry(String name) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }

  /** Puts entries into the network's zip inside. */
  private void inside(Map<String, byte[]> entries) throws IOException {
    Path inner = Files.write(folder.resolve("network.zip"), entry("network.zip"));
    HostileFolder.rewrite(inner, entries);
    HostileFolder.rewrite(file, Map.of("network.zip", Files.readAllBytes(inner)));
  }

  private String refusal() {
    return assertThrows(IOException.class, () -> Checkpoint.restore(file, network(4))).getMessage();
  }

  @Test
  void aSoundOneIsRestored() throws IOException {
    MultiLayerNetwork other = network(4);
    Checkpoint.restore(file, other);
    assertEquals(network.params(), other.params());
    assertEquals(network.params(), Checkpoint.average(file, network.numParams()));
  }

  @Test
  void aJavaObjectInACheckpointIsNotDeserialised() throws IOException {
    inside(Map.of("preprocessor.bin", Gadget.serialised()));
    Checkpoint.restore(file, network(4));
    assertFalse(Gadget.woke());
    var in = new ByteArrayInputStream(entry("network.zip"));
    assertThrows(
        ClassCastException.class, () -> ModelSerializer.restoreMultiLayerNetwork(in, true));
    assertTrue(Gadget.woke(), "DL4J's own reader deserialises it, so the test would notice");
  }

  @Test
  void theWeightsOfAnotherNetworkAreRefused() throws IOException {
    MultiLayerNetwork larger = Networks.create(SmallNetworks.stream(0.01, 1), 61, 3);
    Checkpoint.write(
        file, larger, Optional.empty(), Checkpoint.Progress.start("corpus", 1), Optional.empty());
    assertTrue(refusal().contains("numbers stands where"), refusal());
  }

  @Test
  void aBombInsideIsRefused() throws IOException {
    HostileFolder.rewrite(file, Map.of("states.bin", new byte[16 << 20]));
    assertTrue(refusal().contains("unpacks to more than"), refusal());
  }

  @Test
  void statesOfALayerWithoutAnyAreRefused() throws IOException {
    for (int layer : new int[] {-1, 0, 99}) {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.writeInt(layer);
      out.writeUTF("prevAct");
      byte[] array = org.nd4j.linalg.factory.Nd4j.toByteArray(network.params());
      out.writeInt(array.length);
      out.write(array);
      HostileFolder.rewrite(file, Map.of("states.bin", bytes.toByteArray()));
      assertTrue(refusal().contains("states of a layer without any"), refusal());
    }
  }
}
