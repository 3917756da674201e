package rhapsode.poet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import rhapsode.language.Tokenizer;
import rhapsode.language.Tokens;
import rhapsode.language.Vocabulary;
import rhapsode.poem.LineShape;
import rhapsode.prosody.Prosody;

/** What a poem is asked about, and where in the poem its words will stand. */
final class Seed {
  private Seed() {}

  /** The words of a seed as they were typed; what is not spoken is left out. */
  static List<Word> words(String seed, Vocabulary vocabulary, Prosody prosody) {
    var words = new ArrayList<Word>();
    for (String token : Tokenizer.line(seed)) {
      if (Tokens.isWord(token)) {
        String typed = asTyped(token, seed);
        Word word = Word.of(typed, vocabulary.id(token), prosody.of(token));
        words.add(vocabulary.holds(token) ? word : word.readAs(StandIn.of(vocabulary, typed)));
      }
    }
    return words;
  }

  /** With its capitals, if the seed has the token as it stands but for them. */
  private static String asTyped(String token, String seed) {
    int at = seed.toLowerCase(Locale.ROOT).indexOf(token);
    return at < 0 || at + token.length() > seed.length()
        ? token
        : seed.substring(at, at + token.length());
  }

  /**
   * Deals the words out to lines, with room left for another word to end the line: all to the first
   * line that has room for all, otherwise as many to each as it has room for. What no line has room
   * for is put where it is shortest over.
   *
   * @return one phrase a line
   */
  static List<Phrase> deal(List<Word> words, List<LineShape> shapes) {
    var phrases = new ArrayList<Phrase>();
    int total = words.stream().mapToInt(Word::syllables).sum();
    for (LineShape shape : shapes) {
      if (total <= room(shape) && words.size() <= Draft.LONGEST / 2) {
        shapes.forEach(other -> phrases.add(Phrase.of(List.of())));
        phrases.set(shapes.indexOf(shape), Phrase.of(words));
        return phrases;
      }
    }
    int next = 0;
    for (LineShape shape : shapes) {
      var phrase = new ArrayList<Word>();
      int room = room(shape);
      while (next < words.size() && words.get(next).syllables() <= room) {
        room -= words.get(next).syllables();
        phrase.add(words.get(next++));
        if (phrase.size() >= Draft.LONGEST / 2) {
          break;
        }
      }
      phrases.add(Phrase.of(phrase));
    }
    if (next < words.size()) {
      int longest = longest(shapes);
      phrases.set(longest, Phrase.of(words.subList(next, Math.min(words.size(), next + 8))));
    }
    return phrases;
  }

  private static int room(LineShape shape) {
    OptionalInt syllables = shape.syllables();
    return syllables.isEmpty() ? 16 : syllables.getAsInt() - 1;
  }

  private static int longest(List<LineShape> shapes) {
    int longest = 0;
    for (int i = 1; i < shapes.size(); i++) {
      longest = room(shapes.get(i)) > room(shapes.get(longest)) ? i : longest;
    }
    return longest;
  }
}
