package rhapsode.testing.telegram;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telegram's HTML: a few tags that have to close, and only four named entities. */
final class Html {
  private static final Set<String> TAGS =
      Set.of("b", "strong", "i", "em", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z-]+)((?:\\s[a-z]+=\"[^\"<>]*\")*)>");
  private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d+|#x[0-9a-f]+);");

  private Html() {}

  /**
   * The text that is shown.
   *
   * @throws IllegalArgumentException if Telegram would not parse it
   */
  static String text(String html) {
    var open = new ArrayDeque<String>();
    var text = new StringBuilder();
    for (int at = 0; at < html.length(); ) {
      if (html.charAt(at) == '<') {
        at = tag(html, at, open);
      } else if (html.charAt(at) == '&') {
        at = entity(html, at, text);
      } else {
        text.append(html.charAt(at++));
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("can't find end tag of " + open.peek());
    }
    return text.toString();
  }

  private static int tag(String html, int at, ArrayDeque<String> open) {
    Matcher tag = TAG.matcher(html).region(at, html.length());
    if (!tag.lookingAt() || !TAGS.contains(tag.group(2))) {
      throw new IllegalArgumentException("unsupported start tag at " + at);
    }
    if (tag.group(1).isEmpty()) {
      open.push(tag.group(2));
    } else if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
      throw new IllegalArgumentException("unexpected end tag at " + at);
    }
    return tag.end();
  }

  private static int entity(String html, int at, StringBuilder text) {
    Matcher entity = ENTITY.matcher(html).region(at, html.length());
    if (!entity.lookingAt()) {
      throw new IllegalArgumentException("bare ampersand at " + at);
    }
    text.append(
        switch (entity.group(1)) {
          case "lt" -> "<";
          case "gt" -> ">";
          case "amp" -> "&";
          case "quot" -> "\"";
          default -> "?";
        });
    return entity.end();
  }
}
