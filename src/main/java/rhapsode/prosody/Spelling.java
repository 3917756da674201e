package rhapsode.prosody;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings words to one spelling, and finds them in a line; linear in the length of the text. */
final class Spelling {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Mn}\\p{Cf}]");
  private static final Pattern APOSTROPHE =
      Pattern.compile("[\u2018\u2019\u02bc\u02b9\u00b4`\u2032]");
  private static final Pattern HYPHEN = Pattern.compile("[\u2010\u2011]");

  /** What parts words: anything but letters, digits, apostrophes and a single hyphen. */
  private static final Pattern GAP = Pattern.compile("[^'\\p{L}\\p{N}\\p{Mc}-]+|-{2,}");

  private static final Pattern EDGE = Pattern.compile("^-|-$");
  private static final Pattern SPOKEN = Pattern.compile("[\\p{L}\\p{N}]");

  private static final Pattern SHORTENED = Pattern.compile("[sno]'$");

  /** The longest word that may stand between apostrophes of its own: rock 'n' roll. */
  private static final int CLIPPED = 3;

  private static final int FIRST_BEYOND_ASCII = 128;

  private Spelling() {}

  /** Lower case, accents off, one kind of apostrophe, nothing invisible. */
  static String normalise(String text) {
    if (text.chars().allMatch(character -> character < FIRST_BEYOND_ASCII)) {
      return text.replace('`', '\'').toLowerCase(Locale.ROOT); // Nearly all, and quickly done.
    }
    String apostrophes = APOSTROPHE.matcher(text).replaceAll("'");
    String folded = Normalizer.normalize(apostrophes, Normalizer.Form.NFKD);
    String visible = INVISIBLE.matcher(folded).replaceAll("");
    // Before and after: an accent that stands alone unfolds to a blank, a numeral sign to a prime.
    String unfolded = APOSTROPHE.matcher(visible).replaceAll("'");
    return HYPHEN
        .matcher(unfolded)
        .replaceAll("-")
        .toLowerCase(Locale.ROOT)
        .replace("\u00e6", "ae")
        .replace("\u0153", "oe")
        .replace("\u00f8", "o")
        .replace("\u00df", "ss");
  }

  /** The words of a line, in normal form, in order; a lone apostrophe is none. */
  static List<String> words(String line) {
    String text = normalise(line);
    if (!text.isEmpty() && text.chars().allMatch(c -> 'a' <= c && c <= 'z')) {
      return List.of(text);
    }
    return GAP.splitAsStream(text)
        .map(word -> EDGE.matcher(word).replaceAll(""))
        .map(Spelling::unquoted)
        .filter(word -> SPOKEN.matcher(word).find())
        .toList();
  }

  /** Without quotation marks; an apostrophe that may stand for a sound stays: ships', singin'. */
  private static String unquoted(String word) {
    String left = word;
    while (left.length() > CLIPPED
        && left.endsWith("'")
        && (left.startsWith("'") || !SHORTENED.matcher(left).find())) {
      left = left.substring(left.startsWith("'") ? 1 : 0, left.length() - 1);
    }
    return left;
  }
}
