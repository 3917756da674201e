package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;
import rhapsode.yaml.YamlException;

/** Networks as nobody would build them. */
class NetworkFileFuzzTest {
  private static final int FILES = Fuzz.count("files", 500);

  @Test
  void aNetworkIsReadOrRefusedInOneSentence() {
    List<String> examples =
        List.of(
            SmallNetworks.stream(0.01, 1).source(),
            SmallNetworks.window(1).source(),
            SmallNetworks.tied().source());
    Fuzz.of(
            "network files",
            random -> Mutation.of(Nasty.one(examples, random), examples, random),
            Shrinker.text())
        .run(
            FILES,
            text -> {
              try {
                NetworkFile.parse(text, "net.yml");
              } catch (YamlException e) {
                assertTrue(e.getMessage().startsWith("net.yml"), e.getMessage());
                assertTrue(e.getMessage().length() < 1000, e.getMessage());
              }
            });
  }
}
