package rhapsode.poet;

import java.util.List;
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

  /** The word itself, or what the model knows of it. */
  private static int known(Vocabulary vocabulary, Word word) {
    return word.id() == Vocabulary.UNKNOWN
        ? StandIn.part(vocabulary, word.text()).orElse(Vocabulary.UNKNOWN)
        : word.id();
  }
}
