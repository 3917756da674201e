package rhapsode.poet;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Samples the next word of a draft among those that fit, from the most probable ones that together
 * hold a share of the probability (Holtzman et al. 2020, "The Curious Case of Neural Text
 * Degeneration", section 3.1), after a temperature and with the theme's weight. Reuses its memory;
 * confined to the poet's thread.
 */
final class Chooser {
  private static final double NUCLEUS = 0.95;

  /** Words that are less probable than the best one by e to this power are never worth drawing. */
  private static final double SPAN = 6;

  /** How much more the theme weighs at a line's end, which a reader remembers. */
  private static final float END = 2.5f;

  private final Voice voice;
  private final double temperature;
  private final float[] theme;
  private final long[] keys;
  private final double[] weights;
  private float bias;

  /**
   * A chooser.
   *
   * @param theme what is added to the log-probability of each word
   */
  Chooser(Voice voice, double temperature, float[] theme) {
    this.voice = voice;
    this.temperature = temperature;
    this.theme = theme;
    keys = new long[voice.size()];
    weights = new double[voice.size()];
  }

  /** How probable it is that one of some tokens comes next. */
  double mass(float[] row, int[] ids) {
    double mass = 0;
    for (int id : ids) {
      mass += Math.exp(row[id]);
    }
    return mass;
  }

  /** One of some marks. */
  int mark(float[] row, int[] ids, RandomGenerator random) {
    double left = random.nextDouble() * mass(row, ids);
    for (int id : ids) {
      left -= Math.exp(row[id]);
      if (left < 0) {
        return id;
      }
    }
    return ids[ids.length - 1];
  }

  /**
   * A word for the place where a draft has got to.
   *
   * @param row log-probabilities of all words
   * @return its id, or -1 if none fits
   */
  int word(float[] row, Draft draft, RandomGenerator random) {
    Places.Place place = voice.places().at(draft.task().shape(), draft.filled());
    float weight = draft.isAtEnd() ? END : 1;
    int count = allowed(draft, nearBest(row, place, weight, SPAN * temperature));
    if (count == 0) {
      count = allowed(draft, nearBest(row, place, weight, Double.POSITIVE_INFINITY));
    }
    if (count == 0) {
      return -1;
    }
    int id = draw(count, random);
    bias = biasOf(place, id) - draft.tired(id);
    return id;
  }

  /** Gathers the words that fit and are about as probable as the best of them. */
  private int nearBest(float[] row, Places.Place place, float themes, double span) {
    int[] words = place.words;
    float most = Float.NEGATIVE_INFINITY;
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      int id = words[i];
      float weight = row[id] + place.bias[i] + themes * theme[id];
      if (weight > most - span) {
        most = Math.max(most, weight);
        keys[count++] = key(weight, id);
      }
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (weight(keys[i]) > most - span) {
        keys[kept++] = keys[i];
      }
    }
    return kept;
  }

  /** Keeps those that the draft may take, less what they are worn. */
  private int allowed(Draft draft, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int id = (int) keys[i];
      if (draft.mayTake(id)) {
        keys[kept++] = key(weight(keys[i]) - draft.tired(id), id);
      }
    }
    return kept;
  }

  private float biasOf(Places.Place place, int id) {
    int at = Arrays.binarySearch(place.words, id);
    return place.bias[at] + theme[id];
  }

  /** What was added to the log-probability of the word that was chosen last. */
  float bias() {
    return bias;
  }

  /** Falls as the weight grows, so that sorting puts the heaviest first. */
  private static long key(float weight, int id) {
    int bits = Float.floatToIntBits(weight);
    int ordered = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
    return (((long) ~ordered << 32) ^ Long.MIN_VALUE) | id;
  }

  private static float weight(long key) {
    int ordered = ~(int) ((key ^ Long.MIN_VALUE) >>> 32);
    int bits = ordered < 0 ? ordered & Integer.MAX_VALUE : ~ordered;
    return Float.intBitsToFloat(bits);
  }

  private int draw(int count, RandomGenerator random) {
    Arrays.sort(keys, 0, count);
    float most = weight(keys[0]);
    double total = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = Math.exp((weight(keys[i]) - most) / temperature);
      total += weights[i];
    }
    double held = 0;
    int size = 0;
    while (size < count && held < NUCLEUS * total) {
      held += weights[size++];
    }
    double left = random.nextDouble() * held;
    for (int i = 0; i < size; i++) {
      left -= weights[i];
      if (left < 0) {
        return (int) keys[i];
      }
    }
    return (int) keys[size - 1];
  }
}
