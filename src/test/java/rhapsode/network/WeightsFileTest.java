package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import rhapsode.testing.SmallNetworks;

class WeightsFileTest {
  @TempDir Path folder;

  private final MultiLayerNetwork network = Networks.create(SmallNetworks.tied(), 60, 3);

  @Test
  void inSinglePrecisionAllIsKeptAndDl4jReadsIt() throws IOException {
    Path file = folder.resolve("single.zip");
    WeightsFile.write(network, false, file);
    assertEquals(network.params(), WeightsFile.read(file, SmallNetworks.tied(), 60).params());
    assertEquals(
        network.params(), ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false).params());
  }

  @Test
  void inHalfPrecisionWeightsChangeByATwoThousandth() throws IOException {
    Path single = folder.resolve("single.zip");
    Path half = folder.resolve("half.zip");
    WeightsFile.write(network, false, single);
    WeightsFile.write(network, true, half);
    MultiLayerNetwork read = WeightsFile.read(half, SmallNetworks.tied(), 60);
    assertEquals(
        network.getLayerWiseConfigurations().toJson(), read.getLayerWiseConfigurations().toJson());
    INDArray change = read.params().sub(network.params());
    double most = change.norm2Number().doubleValue() / network.params().norm2Number().doubleValue();
    assertTrue(most > 0 && most < 1 / 2000.0, "" + most);
    assertTrue(Files.size(half) < Files.size(single));
  }
}
