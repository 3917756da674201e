package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.FormProof.Partner;
import rhapsode.wording.Phrase;

/** Says in sentences where lines miss their form. */
final class Misses {
  private Misses() {}

  /** One sentence for each miss, in the order of the lines. */
  static List<Phrase> of(FormProof proof) {
    var misses = new ArrayList<Phrase>();
    for (int i = 0; i < proof.lines().size(); i++) {
      int line = i + 1;
      of(proof.lines().get(i)).forEach(miss -> misses.add(Phrase.of("miss", line, miss)));
    }
    return misses;
  }

  private static List<Phrase> of(LineProof line) {
    var misses = new ArrayList<Phrase>();
    if (!line.counts()) {
      misses.add(Phrase.of("miss.syllables", line.syllables(), line.asked().orElse(0)));
    }
    line.metre()
        .ifPresent(
            metre ->
                line.reading()
                    .clashing(metre)
                    .forEach(word -> misses.add(Phrase.of("miss.stress", word))));
    line.partners().stream()
        .filter(partner -> !partner.rhymes())
        .forEach(partner -> misses.add(rhyme(line.endWord(), partner)));
    if (!line.begins()) {
      misses.add(
          Phrase.of("miss.begins", letter(line.reading().initial()), letter(line.initial())));
    }
    return misses;
  }

  private static Phrase rhyme(String endWord, Partner partner) {
    int line = partner.line() + 1;
    Object word = word(endWord);
    Object other = word(partner.endWord());
    return switch (partner.kind()) {
      case IDENTICAL ->
          endWord.equals(partner.endWord())
              ? Phrase.of("miss.repeats", line, word, other)
              : Phrase.of("miss.same-sound", line, word, other);
      case SLANT -> Phrase.of("miss.nearly", line, word, other);
      case PERFECT, NONE -> Phrase.of("miss.rhyme", line, word, other);
    };
  }

  /** A letter as it is shown. */
  static Object letter(OptionalInt codePoint) {
    return codePoint.isEmpty()
        ? Phrase.of("proof.no-letter")
        : Character.toString(codePoint.getAsInt());
  }

  /** A word as it is shown, where there may be none. */
  static Object word(String word) {
    return word.isEmpty() ? Phrase.of("proof.no-word") : word;
  }
}
