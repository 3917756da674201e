package rhapsode.poem;

import static rhapsode.poem.SchemeException.shortened;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import rhapsode.wording.Phrase;

/**
 * Makes a form from a rhyme scheme as people write it down:
 *
 * <pre>
 *   scheme    = stanza { " " stanza } [ "/" syllables [ " " metre ] ]
 *   stanza    = one character a line: a letter that rhymes with its like through the whole poem,
 *               or "-" or "x" for a line that need not rhyme
 *   syllables = a number for all lines, or one for each line of a stanza: "8,6,8,6"
 *   metre     = "iambic" | "trochaic" | "anapestic" | "dactylic" | "amphibrachic"
 * </pre>
 *
 * In any case; a letter that stands once need not rhyme either. At most {@value #MOST_LINES} lines
 * of 1 to {@value Measure#MOST_SYLLABLES} syllables. Without syllables, lines are of any length.
 */
final class Scheme {
  static final int MOST_LINES = 40;

  private static final int LONGEST = 250;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern STANZA = Pattern.compile("[A-Za-z-]+");

  private Scheme() {}

  /**
   * Whether a text that names no form is meant to be a scheme: it has a slash, or its letters come
   * in the order in which people give them out, so that no misspelt name is taken for a scheme.
   */
  static boolean isMeant(String text) {
    if (text.indexOf('/') >= 0) {
      return true;
    }
    char next = 'A';
    for (char c : BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT).toCharArray()) {
      if (c == next) {
        next++;
      } else if (!rhyme(c).isEmpty() && (c < 'A' || c > next)) {
        return false;
      }
    }
    return !text.isBlank();
  }

  /**
   * Reads a scheme.
   *
   * @throws SchemeException if it is none
   */
  static Form read(String text) {
    String typed = text.strip();
    if (typed.length() > LONGEST) {
      throw new SchemeException(typed, Phrase.of("scheme.long", LONGEST));
    }
    int slash = typed.indexOf('/');
    List<String> stanzas = stanzas(typed, slash < 0 ? typed : typed.substring(0, slash));
    Optional<Measure> measure =
        slash < 0 ? Optional.empty() : Optional.of(Measure.read(typed, typed.substring(slash + 1)));
    String name = String.join(" ", stanzas) + measure.map(known -> "/" + known.text()).orElse("");
    return new Form(name, shapes(stanzas, measure));
  }

  /** The letters of each stanza, in upper case. */
  private static List<String> stanzas(String typed, String text) {
    List<String> stanzas = words(text);
    int lines = stanzas.stream().mapToInt(String::length).sum();
    for (String stanza : stanzas) {
      if (!STANZA.matcher(stanza).matches()) {
        throw new SchemeException(typed, Phrase.of("scheme.letters", shortened(stanza)));
      }
    }
    if (lines < 1 || lines > MOST_LINES) {
      throw new SchemeException(typed, Phrase.of("scheme.lines", lines, MOST_LINES));
    }
    return stanzas.stream().map(stanza -> stanza.toUpperCase(Locale.ROOT)).toList();
  }

  /** A text taken apart at its blanks. */
  static List<String> words(String text) {
    return BLANKS.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
  }

  private static List<List<LineShape>> shapes(List<String> stanzas, Optional<Measure> measure) {
    List<Character> rhymes =
        RhymeLetters.of(String.join("", stanzas).chars().mapToObj(c -> rhyme((char) c)).toList());
    var shapes = new ArrayList<List<LineShape>>();
    int line = 0;
    for (String letters : stanzas) {
      var stanza = new ArrayList<LineShape>();
      for (int i = 0; i < letters.length(); i++, line++) {
        int place = i;
        LineShape shape = measure.map(m -> m.line(place, letters)).orElse(LineShape.FREE);
        stanza.add(shape.rhyming(rhymes.get(line)));
      }
      shapes.add(stanza);
    }
    return shapes;
  }

  private static String rhyme(char letter) {
    return letter == LineShape.UNRHYMED || letter == 'X' ? "" : String.valueOf(letter);
  }
}
