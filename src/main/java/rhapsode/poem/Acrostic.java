package rhapsode.poem;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Spells words down the beginnings of lines: a stanza for each word, a line for each letter, at
 * most {@value #MOST_LINES} lines. Words are taken as long as they fit whole; a first word that is
 * longer is cut. Accents, digits and marks are left out. The lines take their shapes from a pattern
 * that begins anew with each word and with each time it is used up; a line that is left without its
 * partner by that need not rhyme.
 */
final class Acrostic {
  static final int MOST_LINES = 14;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02bc]");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}]+");

  private Acrostic() {}

  /** The stanzas that spell a seed; none if it has no letter. */
  static List<List<LineShape>> stanzas(List<LineShape> pattern, String seed) {
    List<int[]> words = fitting(words(seed));
    List<Character> rhymes = RhymeLetters.of(rhymes(pattern, words));
    var stanzas = new ArrayList<List<LineShape>>();
    int line = 0;
    for (int[] word : words) {
      var stanza = new ArrayList<LineShape>();
      for (int i = 0; i < word.length; i++, line++) {
        LineShape shape = pattern.get(i % pattern.size());
        stanza.add(shape.rhyming(rhymes.get(line)).beginning(word[i]));
      }
      stanzas.add(stanza);
    }
    return stanzas;
  }

  /** For each line what it has in common with those it rhymes with. */
  private static List<String> rhymes(List<LineShape> pattern, List<int[]> words) {
    var rhymes = new ArrayList<String>();
    for (int word = 0; word < words.size(); word++) {
      for (int i = 0; i < words.get(word).length; i++) {
        LineShape shape = pattern.get(i % pattern.size());
        int round = i / pattern.size();
        rhymes.add(shape.rhymes() ? word + " " + round + " " + shape.rhyme() : "");
      }
    }
    return rhymes;
  }

  /** The letters of each word, as code points: lower case, without accents. */
  private static List<int[]> words(String seed) {
    String bare = ACCENTS.matcher(Normalizer.normalize(seed, Normalizer.Form.NFKD)).replaceAll("");
    String lower = APOSTROPHES.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    return GAPS.splitAsStream(ACCENTS.matcher(lower).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .map(word -> word.codePoints().toArray())
        .toList();
  }

  private static List<int[]> fitting(List<int[]> words) {
    var fitting = new ArrayList<int[]>();
    int room = MOST_LINES;
    for (int[] word : words) {
      if (word.length > room && !fitting.isEmpty()) {
        break;
      }
      int[] letters = java.util.Arrays.copyOf(word, Math.min(word.length, room));
      fitting.add(letters);
      room -= letters.length;
    }
    return fitting;
  }
}
