package rhapsode.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/** The built program trains on a real cluster that loses machines, and comes to the same. */
class LostWorkerIT {
  private static final Path BUILT = Path.of(System.getProperty("rhapsode.jar")).getParent();
  private static final Map<String, String> OPEN =
      Map.of(
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1",
          "spark.executor.memory", "512m");

  @TempDir Path folder;

  /** What is done while the training is under way. */
  private interface Accident {
    boolean happens();
  }

  @Test
  void aTrainingSurvivesTheLossOfAnExecutorAndOfAWorker() throws Exception {
    JsonNode undisturbed = train("local[1]", OPEN, () -> true);
    try (var cluster = new StandaloneCluster(BUILT, OPEN)) {
      assertEquals(undisturbed, train(cluster.address(), OPEN, cluster::killExecutor));
      assertEquals(
          undisturbed,
          train(
              cluster.address(),
              OPEN,
              () -> {
                cluster.killWorker();
                return true;
              }));
    }
  }

  @Test
  void aClusterMayAskForASecretAndSpeakInCipher() throws Exception {
    var secured = new TreeMap<>(OPEN);
    secured.put("spark.authenticate", "true");
    secured.put("spark.authenticate.secret", "for this test alone");
    secured.put("spark.network.crypto.enabled", "true");
    JsonNode open = train("local[1]", OPEN, () -> true);
    try (var cluster = new StandaloneCluster(BUILT, secured)) {
      assertEquals(open, train(cluster.address(), secured, () -> true));
    }
  }

  /** Trains, has an accident once the training is under way, and returns its epochs. */
  private JsonNode train(String master, Map<String, String> properties, Accident accident)
      throws IOException, InterruptedException {
    Path network =
        Files.writeString(folder.resolve("net.yml"), SmallNetworks.stream(0.01, 3).source());
    Path corpus =
        Files.writeString(folder.resolve("verse.txt"), String.join("\n\n\n", Verse.poems(100)));
    Path sparks = folder.resolve("spark.properties");
    Files.write(
        sparks, properties.entrySet().stream().map(p -> p.getKey() + " " + p.getValue()).toList());
    Path json = folder.resolve("report.json");
    var command =
        new ProcessBuilder(
                StandaloneCluster.java(),
                "-Xmx512m",
                "-Drhapsode.log=" + folder.resolve("log"),
                "-jar",
                BUILT.resolve("rhapsode.jar").toAbsolutePath().toString(),
                "train",
                "--network",
                network.toString(),
                "--corpus",
                corpus.toString(),
                "--out",
                folder.resolve("model").toString(),
                "--spark",
                master,
                "--shares",
                "2",
                "--round",
                "4",
                "--spark-properties",
                sparks.toString(),
                "--json")
            .redirectOutput(json.toFile())
            .directory(folder.toFile());
    Process training = command.start();
    boolean happened = false;
    var said = new ArrayList<String>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(training.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (!happened && line.contains("epoch 1/3")) {
          happened = accident.happens();
        }
      }
    }
    assertEquals(0, training.waitFor(), () -> String.join("\n", said));
    assertTrue(happened, "nothing happened");
    return new ObjectMapper().readTree(json.toFile()).path("epochs");
  }
}
