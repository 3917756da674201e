package rhapsode.poet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.language.Vocabulary;

/**
 * What a poem is about, as a weight for each word: the words that the model finds alike to those of
 * the seed, and of the mood, come a little more often.
 */
final class Theme {
  /** Cosines below this are chance. */
  private static final float CHANCE = 0.2f;

  private static final float SEED = 1.2f;
  private static final float MOOD = 1.5f;
  private static final float NAMED = 1.5f;

  /** Parts of an unknown word that say what it is about have at least so many letters. */
  private static final int SHORTEST_PART = 4;

  private Theme() {}

  /** The weights, one a word of the vocabulary, added to logarithms of probabilities. */
  static float[] of(Voice voice, List<Word> seed, Optional<Mood> mood) {
    var weights = new float[voice.size()];
    for (Word word : seed) {
      int about = known(voice.model().vocabulary(), word);
      if (about != Vocabulary.UNKNOWN && !voice.isFunction(about)) {
        add(weights, voice.model().likeness(about), SEED);
      }
    }
    mood.ifPresent(m -> add(weights, voice, m));
    for (int id = 0; id < weights.length; id++) {
      weights[id] = voice.isUsable(id) && !voice.isFunction(id) ? weights[id] : 0;
    }
    return weights;
  }

  private static void add(float[] weights, Voice voice, Mood mood) {
    var moods = new float[weights.length];
    for (String word : mood.words()) {
      int id = voice.model().vocabulary().id(word);
      if (id != Vocabulary.UNKNOWN) {
        float[] likeness = voice.model().likeness(id);
        for (int i = 0; i < likeness.length; i++) {
          moods[i] = Math.max(moods[i], MOOD * Math.max(0, likeness[i] - CHANCE));
        }
        moods[id] = NAMED;
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] += moods[i];
    }
  }

  private static void add(float[] weights, float[] likeness, float strength) {
    for (int i = 0; i < likeness.length; i++) {
      weights[i] = Math.max(weights[i], strength * Math.max(0, likeness[i] - CHANCE));
    }
  }

  /** The word itself, or the longest known word with which an unknown one ends or begins. */
  private static int known(Vocabulary vocabulary, Word word) {
    if (word.id() != Vocabulary.UNKNOWN) {
      return word.id();
    }
    String text = word.text().toLowerCase(Locale.ROOT);
    for (int length = text.length() - 1; length >= SHORTEST_PART; length--) {
      int end = vocabulary.id(text.substring(text.length() - length));
      int start = vocabulary.id(text.substring(0, length));
      if (end != Vocabulary.UNKNOWN || start != Vocabulary.UNKNOWN) {
        return end != Vocabulary.UNKNOWN ? end : start;
      }
    }
    return Vocabulary.UNKNOWN;
  }
}
