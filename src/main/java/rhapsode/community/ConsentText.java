package rhapsode.community;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/**
 * What an author is shown before giving a poem, in the bundles under {@code consent.<version>}. A
 * published text never changes: what people agreed to must stay readable, so a new wording is a new
 * version beside the old ones. It means the same in every language; the English one is the
 * reference.
 *
 * @param version year and month of the wording, such as {@code 2026-11}
 */
public record ConsentText(String version) {
  private static final List<ConsentText> PUBLISHED = List.of(new ConsentText("2026-11"));

  /** The text to show now. */
  public static ConsentText current() {
    return PUBLISHED.get(PUBLISHED.size() - 1);
  }

  /** The text of an earlier or the current version. */
  public static Optional<ConsentText> of(String version) {
    return PUBLISHED.stream().filter(text -> text.version.equals(version)).findFirst();
  }

  /** Under which it stands in the bundles. */
  public String key() {
    return "consent." + version;
  }

  /** The reference, in English: plain words, no markup, paragraphs separated by a blank line. */
  public String text() {
    return Phrase.of(key()).english();
  }

  /** The same in a reader's language. */
  public String text(Locale reader) {
    return Wording.of(reader).say(key());
  }
}
