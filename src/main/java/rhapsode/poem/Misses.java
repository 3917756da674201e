package rhapsode.poem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import rhapsode.poem.FormProof.LineProof;
import rhapsode.poem.FormProof.Partner;

/** Says in sentences where lines miss their form. */
final class Misses {
  private Misses() {}

  /** One sentence for each miss, in the order of the lines. */
  static List<String> of(FormProof proof) {
    var misses = new ArrayList<String>();
    for (int i = 0; i < proof.lines().size(); i++) {
      String line = "Line " + (i + 1) + " ";
      of(proof.lines().get(i)).forEach(miss -> misses.add(line + miss + "."));
    }
    return misses;
  }

  private static List<String> of(LineProof line) {
    var misses = new ArrayList<String>();
    if (!line.counts()) {
      misses.add(
          "has %d syllables; the form asks for %d"
              .formatted(line.syllables(), line.asked().orElse(0)));
    }
    line.metre()
        .ifPresent(
            metre ->
                line.reading()
                    .clashing(metre)
                    .forEach(word -> misses.add("stresses '" + word + "' on a weak beat")));
    line.partners().stream()
        .filter(partner -> !partner.rhymes())
        .forEach(partner -> misses.add(rhyme(line.endWord(), partner)));
    if (!line.begins()) {
      misses.add(
          "begins with %s; the form asks for %s"
              .formatted(letter(line.reading().initial()), letter(line.initial())));
    }
    return misses;
  }

  private static String rhyme(String endWord, Partner partner) {
    String how =
        switch (partner.kind()) {
          case IDENTICAL ->
              endWord.equals(partner.endWord())
                  ? "repeats the end of line %d"
                  : "sounds the same as line %d at the end";
          case SLANT -> "only nearly rhymes with line %d";
          case PERFECT, NONE -> "does not rhyme with line %d";
        };
    return how.formatted(partner.line() + 1)
        + " (%s : %s)".formatted(word(endWord), word(partner.endWord()));
  }

  /** A letter as it is shown. */
  static String letter(OptionalInt codePoint) {
    return codePoint.isEmpty() ? "no letter" : Character.toString(codePoint.getAsInt());
  }

  /** A word as it is shown, where there may be none. */
  static String word(String word) {
    return word.isEmpty() ? "no word" : word;
  }
}
