package rhapsode.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
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
import rhapsode.network.TrainingReport.End;
import rhapsode.testing.SerialCluster;
import rhapsode.testing.SmallNetworks;
import rhapsode.testing.Verse;

/** Training by several learners, on a cluster without machines. */
class EnsembleTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir Path folder;

  @BeforeAll
  static void oneThread() {
    NativeThreads.use(1);
  }

  @AfterAll
  static void allThreads() {
    NativeThreads.use(Runtime.getRuntime().availableProcessors());
  }

  static Stream<NetworkDescription> networks() {
    return Stream.of(SmallNetworks.stream(0.01, 4), SmallNetworks.window(4), SmallNetworks.tied());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void severalLearnWhatOneLearns(NetworkDescription network) {
    TrainingReport alone =
        new Trainer(plan(network, "alone", false), CLOCK, () -> false, new Silent()).run();
    TrainingReport together = together(network, "together", new Sharing(2, 2), false);
    assertEquals(
        alone.best().valid().perplexity(),
        together.best().valid().perplexity(),
        0.2 * alone.best().valid().perplexity());
    assertEquals(alone.best().valid().tokens(), together.best().valid().tokens());
    assertEquals(
        together.best().valid().perplexity(),
        new ModelFolder(folder.resolve("together")).validPerplexity(),
        1e-9);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aResumedTrainingGoesOnAsIfItHadNeverStopped(NetworkDescription network) {
    var sharing = new Sharing(3, 2);
    TrainingReport whole = together(network, "whole", sharing, false);
    var rounds = new AtomicInteger();
    TrainingReport part =
        new Trainer(
                plan(network, "parts", false),
                team(sharing, network),
                CLOCK,
                () -> rounds.incrementAndGet() == 3,
                new Silent())
            .run();
    assertEquals(End.STOPPED, part.end());
    TrainingReport rest = together(network, "parts", sharing, true);
    assertEquals(whole.epochs(), rest.epochs());
    assertArrayEquals(weights("whole"), weights("parts"));
  }

  @Test
  void aTrainingIsResumedInTheWayItWasShared() {
    NetworkDescription network = SmallNetworks.stream(0.01, 1);
    together(network, "shared", new Sharing(2, 3), false);
    new Trainer(plan(network, "alone", false), CLOCK, () -> false, new Silent()).run();
    assertEquals(
        "The checkpoint in %s belongs to a training with --shares 2 --round 3; resume it in the same way, or start anew without --resume."
            .formatted(folder.resolve("shared")),
        assertThrows(
                ModelException.class, () -> together(network, "shared", new Sharing(2, 4), true))
            .getMessage());
    assertTrue(
        assertThrows(
                ModelException.class, () -> together(network, "alone", new Sharing(2, 4), true))
            .getMessage()
            .contains("belongs to a training in one process"));
    assertThrows(
        ModelException.class,
        () -> new Trainer(plan(network, "shared", true), CLOCK, () -> false, new Silent()));
  }

  @Test
  void sharesFollowFromTheWordsAlone() {
    var poems = new ArrayList<>(Verse.poems(40));
    List<Share> shares = Share.deal(Corpus.of(poems), poem -> new int[poem.size()], 3);
    Collections.reverse(poems);
    List<Share> again = Share.deal(Corpus.of(poems), poem -> new int[poem.size()], 3);
    assertEquals(40, shares.stream().mapToInt(share -> share.poems().size()).sum());
    for (int i = 0; i < 3; i++) {
      assertEquals(i, shares.get(i).number());
      assertTrue(shares.get(i).poems().size() > 5);
      assertEquals(lengths(shares.get(i)), lengths(again.get(i)));
    }
  }

  private static List<Integer> lengths(Share share) {
    return share.poems().stream().map(poem -> poem.length).toList();
  }

  @Test
  void aLossThatIsNoNumberEndsTheTraining() {
    NetworkDescription network = SmallNetworks.stream(0.01, 1);
    TrainingPlan plan = plan(network, "nan", false);
    var start =
        TrainingStart.of(plan, Optional.empty(), folder.resolve("none"), plan.train().hash());
    start.network().params().assign(Float.NaN);
    var sharing = new Sharing(2, 1);
    Cluster.Learners learners =
        team(sharing, network).text().deal(Assignment.of(plan, start, sharing), start.vocabulary());
    Pace pace = Pace.of(network.recipe(), 1, 0);
    Round round = new Round(0, 0, 1, 10, 0, pace, Values.of(start.network()), List.of());
    assertTrue(Double.isNaN(learners.learn(round).contributions().get(0).tally().loss()));
  }

  private TrainingReport together(
      NetworkDescription network, String name, Sharing sharing, boolean resume) {
    return new Trainer(
            plan(network, name, resume), team(sharing, network), CLOCK, () -> false, new Silent())
        .run();
  }

  private static Team team(Sharing sharing, NetworkDescription network) {
    return Team.of(new SerialCluster(), sharing, train(), network.order());
  }

  private double[] weights(String name) {
    return new ModelFolder(folder.resolve(name)).load().network().params().toDoubleVector();
  }

  private static Corpus train() {
    return Verse.corpus(60).where(poem -> !Corpus.isHeldOut(poem, 0.2));
  }

  private TrainingPlan plan(NetworkDescription network, String name, boolean resume) {
    return new TrainingPlan(
        network,
        train(),
        Verse.corpus(60).where(poem -> Corpus.isHeldOut(poem, 0.2)),
        folder.resolve(name),
        4,
        Optional.empty(),
        7,
        resume,
        Optional.empty(),
        Optional.empty(),
        new ModelFolder.Origin(train().hash(), "", "CC0-1.0", Instant.EPOCH));
  }
}
