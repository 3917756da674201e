package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

/** The seed network has exactly the parameters that its authors' summary shows. */
class ClassicNetworkTest {
  @Test
  void parametersLayerByLayer() {
    NetworkDescription classic = NetworkFile.read(Path.of("config/networks/classic.yml"));
    MultiLayerNetwork network = Networks.create(classic, 3751, 1);
    assertEquals(
        List.of(
            93_775L, 105_600L, 180_600L, 600L, 0L, 541_200L, 1_200L, 0L, 45_150L, 600L, 0L,
            566_401L),
        Arrays.stream(network.getLayers()).map(Layer::numParams).toList());
    assertEquals(1_535_126, Networks.parameters(network));
    assertEquals(1_200, Networks.parametersNotTrained(network));
    assertEquals(25, classic.window());
  }

  @Test
  void theVerseNetworkIsWellFormed() {
    NetworkDescription verse = NetworkFile.read(Path.of("config/networks/verse.yml"));
    assertEquals(NetworkDescription.Reading.STREAM, verse.reading());
    assertEquals(1024, Networks.parametersNotTrained(Networks.create(verse, 100, 1)));
  }
}
