package rhapsode.community;

import java.util.regex.Pattern;

/** Finds what leads out of a poem: links, and mentions that would call people. Pure. */
final class Outside {
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?<![a-z])(?:https?|ftp|tg|discord)://|(?<![a-z])www\\.\\S"
              + "|(?<![a-z])(?:t\\.me|discord\\.gg)/"
              + "|[a-z0-9-]\\.(?:com|net|org|info|xyz|gg|ru)(?![a-z0-9])");

  private static final Pattern MENTION =
      Pattern.compile(
          "<(?:@[!&]?|#|a?:\\w{1,32}:)\\d{5,}>|<(?:/[\\w ]{1,70}:|t:)\\d+[^>]*>"
              + "|(?<![\\p{L}\\p{Nd}])@[\\p{L}_][\\p{L}\\p{Nd}_]");

  private Outside() {}

  static boolean isPointedAt(String text) {
    return LINK.matcher(text).find() || MENTION.matcher(text).find();
  }
}
