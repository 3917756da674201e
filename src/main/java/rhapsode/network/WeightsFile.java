package rhapsode.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network in a file, as DL4J's {@link ModelSerializer} lays it out. In half precision the file is
 * half as large; weights change by a two-thousandth of their size at most, which no perplexity
 * shows, and only this class can read it, since DL4J takes no weights of another type than its
 * network's.
 *
 * <p>DL4J's own reader makes the classes that the file's configuration names, and deserialises
 * whatever Java object lies beside it. Here the network comes from its description, and the file
 * gives numbers alone.
 */
final class WeightsFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WeightsFile() {}

  /** Writes a network into a file of its own. */
  static void write(MultiLayerNetwork network, boolean half, Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      write(network, half, zip);
    }
  }

  /** Writes the entries of a network into an archive. */
  static void write(MultiLayerNetwork network, boolean half, ZipOutputStream zip)
      throws IOException {
    zip.putNextEntry(new ZipEntry(ModelSerializer.CONFIGURATION_JSON));
    String json = network.getLayerWiseConfigurations().toJson();
    zip.write(json.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    INDArray weights = network.params();
    write(half ? weights.castTo(DataType.FLOAT16) : weights, ModelSerializer.COEFFICIENTS_BIN, zip);
  }

  /** Writes an entry of numbers. */
  static void write(INDArray numbers, String name, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    StoredArray.write(numbers, zip);
    zip.closeEntry();
  }

  /**
   * Reads a network.
   *
   * @param description of the network that was written
   * @param words size of its vocabulary
   * @throws StoredArray.OtherLengthException if the weights are those of another network
   * @throws IOException if they cannot be read, or are no numbers
   */
  static MultiLayerNetwork read(Path file, NetworkDescription description, int words)
      throws IOException {
    try (var zip = new BoundedZip(file)) {
      var network = Networks.bare(description, words, seed(zip));
      long parameters = Networks.parameters(network.getLayerWiseConfigurations());
      try (InputStream in = new BufferedInputStream(zip.entry(ModelSerializer.COEFFICIENTS_BIN))) {
        network.init(StoredArray.read(in, parameters), false);
      }
      return network;
    }
  }

  /** Of the configuration only this number matters: a fine-tuning drops features by it. */
  private static long seed(BoundedZip zip) throws IOException {
    return JSON.readTree(zip.content(ModelSerializer.CONFIGURATION_JSON))
        .path("confs")
        .path(0)
        .path("seed")
        .asLong();
  }
}
