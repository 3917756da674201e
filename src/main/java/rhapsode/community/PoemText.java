package rhapsode.community;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings typed text into the one shape that the store keeps and compares. Pure; cleaning what is
 * clean changes nothing.
 */
public final class PoemText {
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u000B\u000C\u0085\u2028]");
  private static final Pattern PARAGRAPH = Pattern.compile("\u2029");
  private static final Pattern BLANK = Pattern.compile("[\\t\\p{Zs}]");
  private static final Pattern STANZA_BREAK = Pattern.compile("\n{3,}");
  private static final Pattern OUTER_LINES = Pattern.compile("^\n+|\n+$");

  /** Stacks of marks ("Zalgo") spill over the lines around; no written language needs five. */
  private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

  private static final Pattern ANY_BLANKS = Pattern.compile("\\s+");

  private PoemText() {}

  /**
   * A poem's text: line breaks are {@code \n}, at most one empty line in a row and none at the
   * ends, blanks are plain and none trails, nothing invisible, Unicode form C. Indentation stays.
   */
  public static String clean(String typed) {
    String text = LINE_BREAK.matcher(typed).replaceAll("\n");
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    text = visible(BLANK.matcher(text).replaceAll(" "));
    text = text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    text = STANZA_BREAK.matcher(text).replaceAll("\n\n");
    return OUTER_LINES.matcher(text).replaceAll("");
  }

  /** A title: like {@link #clean}, and on one line with single blanks. */
  public static String cleanTitle(String typed) {
    return ANY_BLANKS.matcher(clean(typed)).replaceAll(" ").strip();
  }

  /** What two texts have in common that are the same but for blanks, line breaks and case. */
  public static String key(String text) {
    String compatible = Normalizer.normalize(clean(text), Normalizer.Form.NFKC);
    String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return ANY_BLANKS.matcher(folded).replaceAll("");
  }

  private static String visible(String text) {
    String seen = Invisible.removeFrom(text);
    String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
    return STACKED_MARKS.matcher(composed).replaceAll("$1");
  }
}
