package rhapsode.language;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Samples from the most probable words that together hold a share of the probability (Holtzman et
 * al. 2020, "The Curious Case of Neural Text Degeneration", section 3.1), after a temperature.
 * Thread-safe.
 *
 * @param temperature above 0: below 1 sharpens the distribution, above 1 flattens it
 * @param share above 0, at most 1
 */
public record NucleusSampler(double temperature, double share) implements Sampler {
  public NucleusSampler {
    if (!(temperature > 0) || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "a temperature is above 0 and a share from above 0 to 1, not %s and %s"
              .formatted(temperature, share));
    }
  }

  @Override
  public int choose(float[] logits, RandomGenerator random) {
    float max = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    if (max == Float.NEGATIVE_INFINITY) {
      return -1;
    }
    return draw(candidates(logits, max), random);
  }

  private record Candidate(int word, double weight) {}

  /** Words of less than a millionth of the best one's weight are never worth drawing. */
  private Candidate[] candidates(float[] logits, float max) {
    float least = (float) (max + temperature * Math.log(1e-6));
    int count = 0;
    for (float logit : logits) {
      count += logit >= least ? 1 : 0;
    }
    var candidates = new Candidate[count];
    int next = 0;
    for (int word = 0; word < logits.length; word++) {
      if (logits[word] >= least) {
        candidates[next++] = new Candidate(word, Math.exp((logits[word] - max) / temperature));
      }
    }
    Arrays.sort(candidates, (a, b) -> Double.compare(b.weight, a.weight));
    return candidates;
  }

  private int draw(Candidate[] candidates, RandomGenerator random) {
    double total = Arrays.stream(candidates).mapToDouble(Candidate::weight).sum();
    int size = 0;
    double held = 0;
    while (size < candidates.length && held < share * total) {
      held += candidates[size++].weight;
    }
    double left = random.nextDouble() * held;
    for (int i = 0; i < size; i++) {
      left -= candidates[i].weight;
      if (left < 0) {
        return candidates[i].word;
      }
    }
    return candidates[size - 1].word;
  }
}
