package rhapsode.language;

import java.util.List;

/**
 * Phrases that some text holds: all its runs of a fixed number of consecutive {@link Words}. What
 * holds them may err to one side only: it never denies a phrase of the text. Implementations are
 * immutable.
 */
public interface Phrases {
  /** How many words each phrase has. */
  int length();

  /**
   * Whether the text holds a phrase.
   *
   * @param phrase the {@link PhraseHash} of {@link #length} words
   */
  boolean holds(long phrase);

  /**
   * Whether the text holds the phrase that begins at a word.
   *
   * @param words numbers of words ({@link PhraseHash#word})
   * @param from from 0 to {@code words.length - length()}
   */
  default boolean holds(long[] words, int from) {
    return holds(PhraseHash.of(words, from, length()));
  }

  /** The same for words themselves. */
  default boolean holds(List<String> words, int from) {
    return holds(PhraseHash.words(words.subList(from, from + length())), 0);
  }

  /** Whether the text holds any phrase of these words. */
  default boolean holdsAny(long[] words) {
    for (int from = 0; from + length() <= words.length; from++) {
      if (holds(words, from)) {
        return true;
      }
    }
    return false;
  }
}
