package rhapsode.wording;

import java.util.List;
import java.util.Locale;

/**
 * Something to be said, in no language yet: rooms that know what is wrong or done say it with this,
 * and whoever knows the reader picks the {@link Wording}.
 *
 * @param key of the sentence in the bundles
 * @param values what its {@code %s} and {@code %d} stand for; a value that is a phrase itself is
 *     said in the same language
 */
public record Phrase(String key, List<Object> values) {
  public Phrase {
    values = List.copyOf(values);
  }

  public static Phrase of(String key, Object... values) {
    return new Phrase(key, List.of(values));
  }

  /** In English: for logs and the command line. */
  public String english() {
    return Wording.of(Locale.ENGLISH).say(this);
  }
}
