package rhapsode.community;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cleaned poem must be to be taken: words that the model can read. Pure. */
final class TextRules {
  /** Fewer words than this are no poem. */
  static final int FEWEST_WORDS = 2;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TextRules() {}

  /** The first fault found, as a sentence for the author; empty when there is none. */
  static Optional<String> faultOf(String title, String text) {
    if (text.isEmpty()) {
      return Optional.of("The poem is empty; please write at least two words.");
    }
    if (text.length() > Submission.LONGEST_TEXT) {
      return Optional.of(tooLong("poem", text.length(), Submission.LONGEST_TEXT));
    }
    if (title.length() > Submission.LONGEST_TITLE) {
      return Optional.of(tooLong("title", title.length(), Submission.LONGEST_TITLE));
    }
    if (!isMostlyLatin(text)) {
      return Optional.of(
          "The poem has too few Latin letters for the model, which knows no others;"
              + " please write it in Latin script.");
    }
    if (wordsIn(text) < FEWEST_WORDS) {
      return Optional.of("The poem has fewer than two words; please write at least two.");
    }
    return Optional.empty();
  }

  private static String tooLong(String what, int has, int most) {
    return String.format(
        Locale.ROOT,
        "The %s has %,d characters; please shorten it to at most %,d.",
        what,
        has,
        most);
  }

  /** At least half of what is not blank, so that a few foreign words or emoji do no harm. */
  private static boolean isMostlyLatin(String text) {
    long latin = text.codePoints().filter(TextRules::isLatinLetter).count();
    long shown = text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    return 2 * latin >= shown;
  }

  private static long wordsIn(String text) {
    return BLANKS
        .splitAsStream(text)
        .filter(word -> word.codePoints().anyMatch(TextRules::isLatinLetter))
        .count();
  }

  private static boolean isLatinLetter(int point) {
    return Character.isLetter(point) && UnicodeScript.of(point) == UnicodeScript.LATIN;
  }
}
