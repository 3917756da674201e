package rhapsode.poet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import rhapsode.language.LineOrder;
import rhapsode.poem.LineShape;
import rhapsode.poem.Metre;
import rhapsode.prosody.Stress;

/**
 * Which words of a vocabulary fit into a line where it has got to, as far as syllables, metre, the
 * line's end and its initial go: what does not depend on the words that are there. Computed once
 * for each place of each kind of line, since a line is tried many times. Confined to the poet's
 * thread.
 */
final class Places {
  /** How much a heavy syllable in a weak place counts, and a light one in a strong place. */
  private static final float HEAVY = 1f;

  private static final float LIGHT = 0.4f;
  private static final float SECONDARY = 0.8f;

  /** How much it counts that people speak a word in several ways. */
  private static final float DOUBTFUL = 1f;

  private final Voice voice;
  private final Map<Key, Place> known = new HashMap<>();

  Places(Voice voice) {
    this.voice = voice;
  }

  /** The words that fit. */
  static final class Place {
    /** Their ids, ascending. */
    final int[] words;

    /** What is added to their log-probabilities: how they suit the beat, 0 or less. */
    final float[] bias;

    private Place(int[] words, float[] bias) {
      this.words = words;
      this.bias = bias;
    }
  }

  private record Key(LineShape shape, int filled) {}

  /**
   * Where a line has got to.
   *
   * @param filled syllables that are there, at the end of the line for a model that writes backward
   */
  Place at(LineShape shape, int filled) {
    var key =
        new Key(
            new LineShape(shape.syllables(), LineShape.UNRHYMED, shape.metre(), shape.initial()),
            filled);
    return known.computeIfAbsent(key, k -> find(k.shape, k.filled));
  }

  private Place find(LineShape shape, int filled) {
    List<Integer> fitting = new ArrayList<>();
    List<Float> biases = new ArrayList<>();
    for (int id = 0; id < voice.size(); id++) {
      if (voice.isUsable(id) && fits(voice.word(id), shape, filled)) {
        fitting.add(id);
        biases.add(bias(voice.word(id), shape, filled));
      }
    }
    var bias = new float[biases.size()];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = biases.get(i);
    }
    return new Place(fitting.stream().mapToInt(Integer::intValue).toArray(), bias);
  }

  /** Whether a word has room, keeps the metre, and can end or begin the line if it would. */
  boolean fits(Word word, LineShape shape, int filled) {
    if (shape.syllables().isEmpty()) {
      return filled > 0 || !backward() || voice.mayEnd(word.id());
    }
    int room = shape.syllables().getAsInt() - filled - word.syllables();
    if (room < 0 || clashes(word, shape, filled)) {
      return false;
    }
    boolean last = backward() ? filled == 0 : room == 0;
    boolean first = backward() ? room == 0 : filled == 0;
    return (!last || voice.mayEnd(word.id())) && (!first || begins(word, shape.initial()));
  }

  /** Whether a word breaks the metre. */
  boolean clashes(Word word, LineShape shape, int filled) {
    return shape.metre().isPresent()
        && shape.metre().get().clashes(from(word, shape, filled), word.sound());
  }

  /** The syllable of the line on which a word would begin. */
  private int from(Word word, LineShape shape, int filled) {
    return backward()
        ? Math.max(0, shape.syllables().orElse(0) - filled - word.syllables())
        : filled;
  }

  static boolean begins(Word word, OptionalInt initial) {
    return initial.isEmpty()
        || word.text()
                .codePoints()
                .filter(Character::isLetter)
                .map(Character::toLowerCase)
                .findFirst()
                .orElse(0)
            == initial.getAsInt();
  }

  private boolean backward() {
    return voice.model().order() == LineOrder.BACKWARD;
  }

  private float bias(Word word, LineShape shape, int filled) {
    float doubt = shape.syllables().isEmpty() || voice.isCertain(word.id()) ? 0 : DOUBTFUL;
    if (shape.metre().isEmpty()) {
      return -doubt;
    }
    Metre metre = shape.metre().get();
    int from = from(word, shape, filled);
    List<Stress> stresses = word.sound().stresses();
    float bias = -doubt;
    for (int i = 0; i < stresses.size(); i++) {
      boolean strong = metre.strong(from + i);
      boolean alone = stresses.size() == 1;
      boolean light = alone ? voice.isFunction(word.id()) : !stresses.get(i).stressed();
      if (strong) {
        bias -= light ? LIGHT : 0;
      } else if (!light) {
        bias -= alone ? HEAVY : SECONDARY;
      }
    }
    return bias;
  }
}
