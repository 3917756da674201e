package rhapsode.community;

import java.util.Locale;
import rhapsode.wording.Wording;

/** The answer to {@code /privacy}: what is stored, why, and how to take it back. */
public final class PrivacyNotice {
  private PrivacyNotice() {}

  /** Plain words, without markup, paragraphs separated by a blank line; under 2000 characters. */
  public static String text(Locale reader) {
    return Wording.of(reader).say("privacy");
  }
}
