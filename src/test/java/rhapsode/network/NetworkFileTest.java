package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import rhapsode.testing.SmallNetworks;
import rhapsode.yaml.YamlException;

class NetworkFileTest {
  private static final String SOURCE = SmallNetworks.stream(0.01, 3).source();

  @Test
  void eachFaultNamesTheKeyTheValueAndWhatIsAllowed() {
    assertEquals(
        "n.yml: the key 'layers[1].size' is '0', but has to be a whole number from 1 to 8192.",
        fault("lstm, size: 16", "lstm, size: 0"));
    assertEquals(
        "n.yml: the key 'layers[1].kind' is 'gru', but has to be one of [embedding, lstm,"
            + " batch-normalisation, dropout, dense, softmax].",
        fault("{kind: lstm, size: 16}", "{kind: gru, size: 16}"));
    assertEquals(
        "n.yml: the key 'layers[1].sise' is not known here; the keys are [kind, size].",
        fault("lstm, size: 16", "lstm, sise: 16, size: 16"));
    assertEquals("n.yml: the key 'window' is missing.", fault("window: 8\n", ""));
    assertEquals(
        "n.yml: the key 'colour' is not known here; the keys are [layers, name, reading, training,"
            + " vocabulary, window].",
        fault("name: small", "name: small\ncolour: blue"));
    assertEquals(
        "n.yml: the key 'training.rate' is 'fast', but has to be a number from 1.0E-6 to 1.0.",
        fault("rate: 0.01,", "rate: fast,"));
  }

  @Test
  void layersHaveToMakeANetwork() {
    assertEquals(
        "n.yml: the key 'layers' has to start with an embedding and to end with a softmax.",
        fault("  - {kind: softmax}\n", ""));
    assertEquals(
        "n.yml: the key 'layers' needs an lstm with output: last-step if, and only if, the reading"
            + " is 'window'.",
        fault("reading: stream", "reading: window"));
    assertEquals(
        "n.yml: the key 'layers' has an lstm behind one whose output is its last step only.",
        fault(
            "lstm, size: 16}\n  - {kind: dropout",
            "lstm, size: 16, output: last-step}\n  - {kind: dropout"));
  }

  @Test
  void weightsAreTiedOnlyToAnEmbeddingOfTheSameSize() {
    assertEquals(
        "n.yml: the key 'layers' has a softmax with weights: embedding behind 16 features, but the"
            + " embedding has 12; put a dense layer of that size between.",
        fault("{kind: softmax}", "{kind: softmax, weights: embedding}"));
    NetworkDescription tied =
        NetworkFile.parse(
            SOURCE.replace(
                "  - {kind: softmax}",
                "  - {kind: dense, size: 12, activation: none}\n"
                    + "  - {kind: softmax, weights: embedding}"),
            "n.yml");
    long own = Networks.parameters(Networks.create(NetworkFile.parse(SOURCE, "n.yml"), 60, 1));
    long shared = Networks.parameters(Networks.create(tied, 60, 1));
    assertEquals(own - 16 * 60 + (16 * 12 + 12), shared);
  }

  @Test
  void aMissingFileIsNamed() {
    assertEquals(
        "There is no network file nowhere.yml.",
        assertThrows(YamlException.class, () -> NetworkFile.read(Path.of("nowhere.yml")))
            .getMessage());
  }

  private static String fault(String from, String to) {
    String changed = SOURCE.replace(from, to);
    return assertThrows(YamlException.class, () -> NetworkFile.parse(changed, "n.yml"))
        .getMessage();
  }
}
