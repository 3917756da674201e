package rhapsode.language;

import java.util.random.RandomGenerator;

/** Chooses a word out of a distribution. */
@FunctionalInterface
public interface Sampler {
  /**
   * Chooses one.
   *
   * @param logits logarithms of weights, not necessarily normalised; {@link
   *     Float#NEGATIVE_INFINITY} forbids a word; may be overwritten
   * @return the index of the chosen word, or -1 if all are forbidden
   */
  int choose(float[] logits, RandomGenerator random);
}
