package rhapsode.network;

import java.io.DataInputStream;
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

  static MultiLayerNetwork read(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      String json =
          new String(content(zip, ModelSerializer.CONFIGURATION_JSON), StandardCharsets.UTF_8);
      var network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
      network.init(weights(zip).castTo(DataType.FLOAT), false);
      return network;
    }
  }

  private static INDArray weights(ZipFile zip) throws IOException {
    try (var data =
        new DataInputStream(zip.getInputStream(entry(zip, ModelSerializer.COEFFICIENTS_BIN)))) {
      return Nd4j.read(data);
    }
  }

  private static byte[] content(ZipFile zip, String name) throws IOException {
    try (var in = zip.getInputStream(entry(zip, name))) {
      return in.readAllBytes();
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
