package rhapsode.discord;

import java.util.regex.Pattern;

/** Text that looks on Discord as it was written. */
final class Markdown {
  /** Whatever Discord gives a meaning to, wherever it stands. */
  private static final Pattern ANYWHERE = Pattern.compile("[\\\\*_~`|<>\\[\\]]");

  /** What makes a heading, a list, a quotation or small print of a line. */
  private static final Pattern LINE_START = Pattern.compile("(?m)^(\\h*)([-+#])");

  private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\h*\\d+)([.)])(?=\\h)");
  private static final Pattern LINK = Pattern.compile("(?i)(https?|discord)(://)");

  private Markdown() {}

  /** The text with all marks made harmless, links among them. */
  static String escape(String text) {
    String escaped = ANYWHERE.matcher(text).replaceAll("\\\\$0");
    escaped = LINE_START.matcher(escaped).replaceAll("$1\\\\$2");
    escaped = NUMBERED.matcher(escaped).replaceAll("$1\\\\$2");
    return LINK.matcher(escaped).replaceAll("$1\\\\$2");
  }
}
