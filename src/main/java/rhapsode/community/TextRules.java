package rhapsode.community;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.regex.Pattern;
import rhapsode.wording.Phrase;

/** What a cleaned poem must be to be taken: words that the model can read. Pure. */
final class TextRules {
  /** Fewer words than this are no poem. */
  static final int FEWEST_WORDS = 2;

  /** Marks that stand on letters and are no part of them, as a share of the text. */
  private static final double MOST_MARKS = 0.25;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TextRules() {}

  /** The first fault found, for the author; empty when there is none. */
  static Optional<Phrase> faultOf(String title, String text) {
    if (text.isEmpty()) {
      return Optional.of(Phrase.of("submit.empty"));
    }
    if (text.length() > Submission.LONGEST_TEXT) {
      return Optional.of(Phrase.of("submit.text-long", text.length(), Submission.LONGEST_TEXT));
    }
    if (title.length() > Submission.LONGEST_TITLE) {
      return Optional.of(Phrase.of("submit.title-long", title.length(), Submission.LONGEST_TITLE));
    }
    if (Outside.isPointedAt(title) || Outside.isPointedAt(text)) {
      return Optional.of(Phrase.of("submit.links"));
    }
    if (marksIn(text) > MOST_MARKS * text.length()) {
      return Optional.of(Phrase.of("submit.marks"));
    }
    if (!isMostlyLatin(text)) {
      return Optional.of(Phrase.of("submit.script"));
    }
    if (wordsIn(text) < FEWEST_WORDS) {
      return Optional.of(Phrase.of("submit.few-words"));
    }
    return Optional.empty();
  }

  /** At least half of what is not blank, so that a few foreign words or emoji do no harm. */
  private static boolean isMostlyLatin(String text) {
    long latin = text.codePoints().filter(TextRules::isLatinLetter).count();
    long shown = text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    return 2 * latin >= shown;
  }

  private static long marksIn(String text) {
    return text.codePoints().filter(TextRules::isMark).count();
  }

  private static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.ENCLOSING_MARK;
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
