package rhapsode.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no, as people type them in the languages that the bot speaks. */
public final class YesNo {
  private static final Set<String> YES =
      Set.of("yes", "y", "true", "1", "ja", "j", "sí", "si", "s", "oui", "o", "sim");
  private static final Set<String> NO =
      Set.of("no", "n", "false", "0", "nein", "non", "não", "nao");

  private YesNo() {}

  public static Optional<Boolean> of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
