package rhapsode.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.language.Corpus;
import rhapsode.language.LineOrder;
import rhapsode.language.TextFormat;
import rhapsode.language.Vocabulary;
import rhapsode.network.Cluster;
import rhapsode.network.Epoch;
import rhapsode.network.ModelException;
import rhapsode.network.ModelFolder;
import rhapsode.network.NativeThreads;
import rhapsode.network.NetworkDescription;
import rhapsode.network.Sharing;
import rhapsode.network.Team;
import rhapsode.network.Trainer;
import rhapsode.network.TrainingListener;
import rhapsode.network.TrainingPlan;
import rhapsode.network.TrainingReport;
import rhapsode.testing.SerialCluster;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/** Spark in this process comes to what learners one after the other come to. */
class SparkClusterTest {
  private static final Sharing SHARING = new Sharing(3, 4);
  private static final Corpus TRAIN = Verse.corpus(80).where(poem -> !Corpus.isHeldOut(poem, 0.2));
  private static final Corpus VALID = Verse.corpus(80).where(poem -> Corpus.isHeldOut(poem, 0.2));
  private static final Map<String, String> LOOPBACK =
      Map.of("spark.driver.host", "127.0.0.1", "spark.driver.bindAddress", "127.0.0.1");

  @TempDir Path folder;

  @AfterAll
  static void allThreads() {
    NativeThreads.use(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void theResultDoesNotDependOnHowManyWorkAtATime() {
    NativeThreads.use(1);
    TrainingReport serial = train(new SerialCluster(), "serial");
    assertEquals(serial.epochs(), onSpark("local[1]").epochs());
    assertEquals(serial.epochs(), onSpark("local[3]").epochs());
  }

  @Test
  void aClusterThatIsNotThereIsToldInASentence() {
    var fault =
        assertThrows(
            ModelException.class,
            () -> new SparkClusterProvider().connect("sprak://nowhere", SHARING, LOOPBACK));
    assertTrue(
        fault.getMessage().startsWith("The Spark cluster at sprak://nowhere cannot be reached ("),
        fault.getMessage());
  }

  @Test
  void aTextThatTheMachinesReadIsTheSameText() throws IOException {
    NativeThreads.use(1);
    Path file =
        Files.writeString(folder.resolve("verse.txt"), String.join("\n\n\n", Verse.poems(80)));
    try (Cluster cluster = new SparkClusterProvider().connect("local[2]", SHARING, LOOPBACK)) {
      Cluster.FarText all =
          cluster.text(file.toUri().toString(), TextFormat.POEMS, LineOrder.FORWARD, SHARING);
      Cluster.FarText far = all.withoutHeldOut(0.2);
      assertEquals(TRAIN.hash(), far.hash());
      assertEquals(VALID, all.heldOut(0.2));
      assertEquals(Vocabulary.of(TRAIN, 60, 1), far.vocabulary(60, 1));
      assertEquals(
          train(new SerialCluster(), "near").epochs(),
          train(new Team(SHARING, far), "far").epochs());
    }
  }

  private TrainingReport onSpark(String master) {
    try (Cluster cluster = new SparkClusterProvider().connect(master, SHARING, LOOPBACK)) {
      return train(cluster, master);
    }
  }

  private TrainingReport train(Cluster cluster, String name) {
    return train(Team.of(cluster, SHARING, TRAIN, LineOrder.FORWARD), name);
  }

  private TrainingReport train(Team team, String name) {
    NetworkDescription network = SmallNetworks.stream(0.01, 2);
    var plan =
        new TrainingPlan(
            network,
            TRAIN,
            VALID,
            folder.resolve(name.replaceAll("\\W", "-")),
            2,
            Optional.empty(),
            3,
            false,
            Optional.empty(),
            Optional.empty(),
            new ModelFolder.Origin("hash", "", "CC0-1.0", Instant.EPOCH));
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    return new Trainer(plan, team, clock, () -> false, new Silent()).run();
  }

  private static final class Silent implements TrainingListener {
    @Override
    public void step(Moment moment) {}

    @Override
    public void epoch(int number, Epoch epoch) {}
  }
}
