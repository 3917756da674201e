package rhapsode.poet;

import java.util.List;
import rhapsode.language.LineOrder;

/**
 * Words of the seed that have to stand next to each other in one line; perhaps none.
 *
 * @param syllables of all of them, which is asked for often
 */
record Phrase(List<Word> words, int syllables) {
  Phrase {
    words = List.copyOf(words);
  }

  static Phrase of(List<Word> words) {
    return new Phrase(words, words.stream().mapToInt(Word::syllables).sum());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  int size() {
    return words.size();
  }

  boolean holds(int id) {
    for (Word word : words) {
      if (word.id() == id) {
        return true;
      }
    }
    return false;
  }

  Word first() {
    return words.get(0);
  }

  Word last() {
    return words.get(words.size() - 1);
  }

  /** The word that a model takes after so many others of the phrase. */
  Word taken(int number, LineOrder order) {
    return words.get(order == LineOrder.BACKWARD ? words.size() - 1 - number : number);
  }
}
