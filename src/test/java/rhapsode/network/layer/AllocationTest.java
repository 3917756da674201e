package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.network.NetworkDescription;
import rhapsode.network.Networks;
import rhapsode.testing.SmallNetworks;

/** After the first steps of a shape, next to nothing is allocated. */
class AllocationTest {
  private static final int WORDS = 60;
  private static final int STEPS = 20;

  static Stream<NetworkDescription> streams() {
    return Stream.of(SmallNetworks.tied(), SmallNetworks.stream(0.01, 1));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void learningAllocatesLessThan100KilobytesAStep(NetworkDescription description) {
    var runner = new NetworkRunner(Networks.create(description, WORDS, 5));
    int[] words = Windows.random(1, 32, WORDS);
    int[] next = Windows.random(2, 32, WORDS);
    atMost(100_000, () -> runner.learn(words, next, 4, 1));
    atMost(100_000, () -> runner.tally(words, next, 4));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void generatingAllocatesLessThanAKilobyteAStep(NetworkDescription description) {
    var generator = new Generator(Networks.create(description, WORDS, 5));
    States states = generator.begin(4);
    int[] words = Windows.random(1, 4, WORDS);
    float[][] logs = new float[4][WORDS];
    atMost(
        1000,
        () -> {
          generator.step(states, words);
          generator.logProbabilities(logs);
        });
  }

  private static void atMost(long bytes, Runnable step) {
    for (int i = 0; i < STEPS; i++) {
      step.run();
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < STEPS; i++) {
      step.run();
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / STEPS;
    assertTrue(each < bytes, each + " bytes a step");
  }
}
