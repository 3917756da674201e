package rhapsode.community;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text as nothing but its words, in the plainest letters: lower case, without accents, and with
 * Latin letters for those that only look like them. Two texts that read the same have the same
 * words. Pure.
 */
final class PlainWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Signs that stand for letters belong to words as digits do. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}@$]+");

  private static final int FIRST_BEYOND_ASCII = 128;

  /** Cyrillic and Greek letters, and below each the Latin one that it looks like. */
  private static final String ALIKE = "аеорсухіјѕԁһкмтвнαονρικτυχε";

  private static final String LATIN = "aeopcyxijsdhkmtbhaovpiktuxe";

  private PlainWords() {}

  /** The words of a text; none if nothing in it is one. */
  static List<String> of(String text) {
    String plain = unmarked(text).toLowerCase(Locale.ROOT);
    return WORD.matcher(plain).results().map(MatchResult::group).map(PlainWords::latin).toList();
  }

  private static String unmarked(String text) {
    if (text.chars().allMatch(character -> character < FIRST_BEYOND_ASCII)) {
      return text; // Nearly all, and quickly done.
    }
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static String latin(String word) {
    var letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      int alike = ALIKE.indexOf(word.charAt(i));
      letters.append(alike < 0 ? word.charAt(i) : LATIN.charAt(alike));
    }
    return letters.toString();
  }
}
