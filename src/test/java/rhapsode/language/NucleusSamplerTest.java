package rhapsode.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NucleusSamplerTest {
  private static final float NEVER = Float.NEGATIVE_INFINITY;

  @Test
  void drawsWordsAsOftenAsTheyAreProbable() {
    float[] logits = {(float) Math.log(0.7), (float) Math.log(0.2), NEVER, (float) Math.log(0.1)};
    int[] counts = count(new NucleusSampler(1, 1), logits);
    assertEquals(0.7, counts[0] / 20_000.0, 0.02);
    assertEquals(0.2, counts[1] / 20_000.0, 0.02);
    assertEquals(0, counts[2]);
  }

  @Test
  void theNucleusLeavesTheTailOut() {
    float[] logits = {(float) Math.log(0.7), (float) Math.log(0.2), NEVER, (float) Math.log(0.1)};
    int[] counts = count(new NucleusSampler(1, 0.8), logits);
    assertEquals(0, counts[3]);
    assertTrue(counts[1] > 0);
  }

  @Test
  void aLowTemperatureIsAlmostGreedy() {
    int[] counts = count(new NucleusSampler(0.05, 1), new float[] {-1, -2, -3});
    assertEquals(20_000, counts[0]);
  }

  @Test
  void chooseSaysWhenEverythingIsForbidden() {
    assertEquals(-1, new NucleusSampler(1, 1).choose(new float[] {NEVER, NEVER}, new Random(1)));
  }

  @Test
  void refusesSenselessSettings() {
    assertThrows(IllegalArgumentException.class, () -> new NucleusSampler(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new NucleusSampler(1, 1.1));
  }

  private static int[] count(Sampler sampler, float[] logits) {
    var random = new Random(3);
    int[] counts = new int[logits.length];
    for (int i = 0; i < 20_000; i++) {
      counts[sampler.choose(logits.clone(), random)]++;
    }
    return counts;
  }
}
