package rhapsode.network;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in a file, as DL4J's {@link ModelSerializer} lays it out. In half precision the file is
 * half as large; weights change by a two-thousandth of their size at most, which no perplexity
 * shows, and only this class can read it, since DL4J takes no weights of another type than its
 * network's.
 */
final class WeightsFile {
  /** Weights a byte of the file, at most: they hardly let themselves be compressed. */
  private static final long MOST_SQUEEZED = 100;

  /** Bytes; ours have some ten thousand. */
  private static final int LONGEST_CONFIGURATION = 1 << 20;

  private WeightsFile() {}

  static void write(MultiLayerNetwork network, boolean half, Path file) throws IOException {
    if (!half) {
      ModelSerializer.writeModel(network, file.toFile(), false);
      return;
    }
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(ModelSerializer.CONFIGURATION_JSON));
      String json = network.getLayerWiseConfigurations().toJson();
      zip.write(json.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(ModelSerializer.COEFFICIENTS_BIN));
      var data = new DataOutputStream(zip);
      Nd4j.write(network.params().castTo(DataType.FLOAT16), data);
      data.flush();
      zip.closeEntry();
    }
  }

  /**
   * How many weights a file says that it holds.
   *
   * @throws IOException if it is no file of weights, or too small to hold them
   */
  static long count(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      ZipEntry entry = entry(zip, ModelSerializer.COEFFICIENTS_BIN);
      try (var in = zip.getInputStream(entry)) {
        long count = Coefficients.count(in);
        if (count / MOST_SQUEEZED > Files.size(file)) {
          throw new IOException("the file is too small for " + count + " weights");
        }
        return count;
      }
    }
  }

  static MultiLayerNetwork read(Path file) throws IOException {
    long count = count(file);
    try (var zip = new ZipFile(file.toFile())) {
      var network = new MultiLayerNetwork(configuration(zip));
      network.init(weights(zip, count).castTo(DataType.FLOAT), false);
      return network;
    }
  }

  private static MultiLayerConfiguration configuration(ZipFile zip) throws IOException {
    byte[] json;
    try (var in = zip.getInputStream(entry(zip, ModelSerializer.CONFIGURATION_JSON))) {
      json = in.readNBytes(LONGEST_CONFIGURATION + 1);
    }
    if (json.length > LONGEST_CONFIGURATION) {
      throw new IOException("the configuration is longer than any");
    }
    try {
      return MultiLayerConfiguration.fromJson(new String(json, StandardCharsets.UTF_8));
    } catch (LinkageError | StackOverflowError e) {
      throw new IOException("the configuration is none of a network", e);
    }
  }

  private static INDArray weights(ZipFile zip, long count) throws IOException {
    try (var in = zip.getInputStream(entry(zip, ModelSerializer.COEFFICIENTS_BIN))) {
      return Coefficients.read(in, count);
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the file has no " + name);
    }
    return entry;
  }
}
