package rhapsode.poet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import rhapsode.language.LanguageModel;
import rhapsode.language.Tokens;
import rhapsode.language.Vocabulary;
import rhapsode.prosody.Pronunciation;
import rhapsode.prosody.Prosody;

/**
 * A language model together with how each of its words sounds and what it can do in a line, looked
 * up once. The tables are immutable; the model belongs to one thread.
 */
final class Voice {
  /** What may stand behind a word inside a line. */
  private static final Set<String> PUNCTUATION = Set.of(",", ".", ";", ":", "!", "?", "--", "...");

  /** Words that leave a line hanging. */
  private static final Set<String> HANGING =
      Set.of(
          "a", "an", "the", "of", "and", "or", "but", "nor", "to", "in", "on", "at", "by", "for",
          "with", "from", "as", "my", "thy", "his", "her", "their", "our", "your", "its", "that",
          "which", "who", "whose", "is", "was", "are", "were", "be", "i", "if", "so", "than",
          "into", "upon", "o'er", "when", "while", "where", "how", "this", "these", "those", "no",
          "not", "shall", "will", "would", "could", "should", "may", "might", "must", "can", "had",
          "has", "have", "do", "did", "does", "we", "he", "she", "they", "it's", "'tis", "o", "oh",
          "what", "through", "like", "without", "beneath", "each", "every", "some", "such", "too",
          "very", "more", "most", "am", "been", "being", "th'", "till", "until", "yet", "then");

  private final LanguageModel model;
  private final int[] syllables;
  private final boolean[] spoken;
  private final boolean[] punctuation;
  private final boolean[] hanging;
  private final int[] rhyme;
  private final String[] onset;
  private final int[] rhymesWith;

  Voice(LanguageModel model, Prosody prosody) {
    this.model = model;
    Vocabulary vocabulary = model.vocabulary();
    int size = vocabulary.size();
    syllables = new int[size];
    spoken = new boolean[size];
    punctuation = new boolean[size];
    hanging = new boolean[size];
    rhyme = new int[size];
    onset = new String[size];
    Map<String, Integer> classes = new HashMap<>();
    for (int id = 0; id < size; id++) {
      String word = vocabulary.word(id);
      Pronunciation sound = prosody.of(Tokens.isStructure(word) ? "" : word);
      syllables[id] = sound.syllables();
      spoken[id] = sound.syllables() > 0;
      punctuation[id] = PUNCTUATION.contains(word);
      hanging[id] = HANGING.contains(word);
      rhyme[id] = classes.computeIfAbsent(sound.rhymingPart(), part -> classes.size());
      onset[id] = sound.onset();
    }
    rhymesWith = new int[classes.size()];
    for (int id = 0; id < size; id++) {
      rhymesWith[rhyme[id]] += spoken[id] && !hanging[id] ? 1 : 0;
    }
  }

  LanguageModel model() {
    return model;
  }

  int size() {
    return syllables.length;
  }

  int syllables(int word) {
    return syllables[word];
  }

  boolean isSpoken(int word) {
    return spoken[word];
  }

  boolean isPunctuation(int word) {
    return punctuation[word];
  }

  boolean isHanging(int word) {
    return hanging[word];
  }

  /** Whether the words rhyme perfectly. */
  boolean rhyme(int one, int other) {
    return rhyme[one] == rhyme[other] && !onset[one].equals(onset[other]);
  }

  /** How many words of the vocabulary, itself among them, sound alike at the end. */
  int company(int word) {
    return rhymesWith[rhyme[word]];
  }
}
