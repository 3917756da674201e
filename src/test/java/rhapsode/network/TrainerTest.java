package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.language.Corpus;
import rhapsode.language.Vocabulary;
import rhapsode.network.TrainingReport.End;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

class TrainerTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final TrainingListener SILENT =
      new TrainingListener() {
        @Override
        public void step(Moment moment) {}

        @Override
        public void epoch(int number, Epoch epoch) {}
      };

  @TempDir Path folder;

  @BeforeAll
  static void oneThread() {
    NativeThreads.use(1);
  }

  @AfterAll
  static void allThreads() {
    NativeThreads.use(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void learnsAndKeepsTheBestEpoch() {
    TrainingReport report = new Trainer(plan("a", 6, false), CLOCK, () -> false, SILENT).run();
    assertEquals(End.EPOCHS, report.end());
    assertEquals(6, report.epochs().size());
    Epoch first = report.epochs().get(0);
    assertTrue(report.best().valid().perplexity() < 0.6 * first.valid().perplexity());
    assertTrue(report.best().valid().accuracy() > 0.4);
    assertEquals(
        report.best().valid().perplexity(),
        new ModelFolder(folder.resolve("a")).validPerplexity(),
        1e-9);
    // Other lanes than in training, so other poems start from an empty state.
    assertEquals(
        report.best().valid().meanLoss(),
        Evaluation.score(new ModelFolder(folder.resolve("a")), valid()).meanLoss(),
        0.2);
  }

  @Test
  void theWindowNetworkLearnsToo() {
    TrainingPlan plan =
        plan(SmallNetworks.window(4), "w", 4, Optional.empty(), false, Optional.empty());
    TrainingReport report = new Trainer(plan, CLOCK, () -> false, SILENT).run();
    assertTrue(report.best().valid().perplexity() < 10, "" + report.best());
    assertEquals(valid().size(), report.best().valid().tokens());
  }

  static Stream<NetworkDescription> streams() {
    return Stream.of(SmallNetworks.stream(0.01, 3), SmallNetworks.tied());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aResumedTrainingGoesOnAsIfItHadNeverStopped(NetworkDescription network) {
    TrainingReport whole =
        new Trainer(threeEpochs(network, "whole", false), CLOCK, () -> false, SILENT).run();
    var steps = new AtomicInteger();
    TrainingReport part =
        new Trainer(
                threeEpochs(network, "parts", false),
                CLOCK,
                () -> steps.incrementAndGet() == 17,
                SILENT)
            .run();
    assertEquals(End.STOPPED, part.end());
    TrainingReport rest =
        new Trainer(threeEpochs(network, "parts", true), CLOCK, () -> false, SILENT).run();
    assertEquals(whole.epochs(), rest.epochs());
    assertArrayEquals(weights("whole"), weights("parts"));
  }

  private TrainingPlan threeEpochs(NetworkDescription network, String name, boolean resume) {
    return plan(network, name, 3, Optional.empty(), resume, Optional.empty());
  }

  @Test
  void whatIsJudgedAndKeptIsTheAverageOfTheWeights() {
    var plan = plan(SmallNetworks.tied(), "a", 2, Optional.empty(), false, Optional.empty());
    TrainingReport report = new Trainer(plan, CLOCK, () -> false, SILENT).run();
    var kept = new ModelFolder(folder.resolve("a"));
    assertEquals(report.best().valid().meanLoss(), Evaluation.score(kept, valid()).meanLoss(), 0.1);
    assertTrue(Evaluation.score(kept, valid()).perplexity() < 20);
  }

  @Test
  void timeEndsATraining() {
    var ticks = new AtomicInteger();
    InstantSource clock = () -> Instant.EPOCH.plusMillis(10L * ticks.incrementAndGet());
    TrainingPlan plan =
        plan(
            SmallNetworks.stream(0.01, 1000),
            "t",
            1000,
            Optional.of(Duration.ofSeconds(2)),
            false,
            Optional.empty());
    TrainingReport report = new Trainer(plan, clock, () -> false, SILENT).run();
    assertEquals(End.TIME, report.end());
    assertTrue(new ModelFolder(folder.resolve("t")).exists());
    assertTrue(report.minutes() >= 2 / 60.0 && report.minutes() < 3 / 60.0);
  }

  @Test
  void lossThatIsNoNumberEndsTheTrainingAndKeepsTheModel() throws IOException {
    new Trainer(plan("parent", 1, false), CLOCK, () -> false, SILENT).run();
    var parent = new ModelFolder(folder.resolve("parent")).load();
    parent.network().params().assign(Float.MAX_VALUE);
    new ModelFolder(folder.resolve("poisoned"))
        .write(
            parent.description(),
            parent.vocabulary(),
            parent.network(),
            origin(),
            new Epoch(none(), none()));
    double[] before = weights("parent");
    TrainingPlan plan =
        plan(
            SmallNetworks.stream(0.01, 2),
            "parent",
            2,
            Optional.empty(),
            false,
            Optional.of(folder.resolve("poisoned")));
    var fault =
        assertThrows(
            ModelException.class, () -> new Trainer(plan, CLOCK, () -> false, SILENT).run());
    assertTrue(fault.getMessage().startsWith("The loss is not a number any more"));
    assertArrayEquals(before, weights("parent"));
  }

  @Test
  void fineTuningKeepsTheVocabularyAndTheStatisticsOfItsParent() {
    new Trainer(plan("base", 3, false), CLOCK, () -> false, SILENT).run();
    TrainingPlan plan =
        plan(
            SmallNetworks.stream(0.005, 2),
            "tuned",
            2,
            Optional.empty(),
            false,
            Optional.of(folder.resolve("base")));
    TrainingReport report = new Trainer(plan, CLOCK, () -> false, SILENT).run();
    var base = new ModelFolder(folder.resolve("base")).load();
    var tuned = new ModelFolder(folder.resolve("tuned")).load();
    assertEquals(base.vocabulary(), tuned.vocabulary());
    for (String key : List.of("mean", "var")) {
      assertEquals(
          base.network().getLayer(4).getParam(key), tuned.network().getLayer(4).getParam(key));
    }
    double before = new ModelFolder(folder.resolve("base")).validPerplexity();
    assertTrue(report.best().valid().perplexity() < before);
  }

  @Test
  void resumingNeedsACheckpointOfTheSameText() throws IOException {
    assertEquals(
        "There is no checkpoint in %s; start the training without --resume."
            .formatted(folder.resolve("none")),
        fault(plan("none", 1, true)));
    new Trainer(plan("x", 1, false), CLOCK, () -> false, SILENT).run();
    TrainingPlan other = plan("x", 2, true);
    TrainingPlan foreign =
        new TrainingPlan(
            other.network(),
            Verse.corpus(3),
            other.valid(),
            other.out(),
            2,
            other.time(),
            other.seed(),
            true,
            Optional.empty(),
            other.parent(),
            other.origin());
    assertTrue(fault(foreign).contains("belongs to another corpus or random seed"));
    Path checkpoint = folder.resolve("x/checkpoint.zip");
    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertTrue(fault(other).endsWith("is damaged; start the training without --resume."));
  }

  @Test
  void progressIsReportedStepByStep() {
    var fractions = new ArrayList<Double>();
    var listener =
        new TrainingListener() {
          @Override
          public void step(Moment moment) {
            fractions.add(moment.fraction());
          }

          @Override
          public void epoch(int number, Epoch epoch) {}
        };
    new Trainer(plan("p", 2, false), CLOCK, () -> false, listener).run();
    assertEquals(fractions.stream().sorted().toList(), fractions);
    assertEquals(1.0, fractions.get(fractions.size() - 1), 1e-9);
  }

  private static String fault(TrainingPlan plan) {
    return assertThrows(
            ModelException.class, () -> new Trainer(plan, CLOCK, () -> false, SILENT).run())
        .getMessage();
  }

  private double[] weights(String name) {
    return new ModelFolder(folder.resolve(name)).load().network().params().toDoubleVector();
  }

  private TrainingPlan plan(String name, int epochs, boolean resume) {
    return plan(
        SmallNetworks.stream(0.01, epochs),
        name,
        epochs,
        Optional.empty(),
        resume,
        Optional.empty());
  }

  private TrainingPlan plan(
      NetworkDescription network,
      String name,
      int epochs,
      Optional<Duration> time,
      boolean resume,
      Optional<Path> parent) {
    return new TrainingPlan(
        network,
        Verse.corpus(60).where(poem -> !Corpus.isHeldOut(poem, 0.2)),
        valid(),
        folder.resolve(name),
        epochs,
        time,
        7,
        resume,
        Optional.empty(),
        parent,
        origin());
  }

  private static ModelFolder.Origin origin() {
    return new ModelFolder.Origin("hash", "", "CC0-1.0", Instant.EPOCH);
  }

  private static rhapsode.language.Score none() {
    return new rhapsode.language.Score(1, 0, 1, 0);
  }

  private static Corpus valid() {
    return Verse.corpus(60).where(poem -> Corpus.isHeldOut(poem, 0.2));
  }

  @Test
  void theShapeDoesNotDependOnTheOrderOfThePoems() {
    var poems = new ArrayList<>(Verse.poems(40));
    Corpus one = Corpus.of(poems);
    java.util.Collections.reverse(poems);
    Corpus two = Corpus.of(poems);
    assertEquals(Vocabulary.of(one, 60, 1), Vocabulary.of(two, 60, 1));
  }
}
