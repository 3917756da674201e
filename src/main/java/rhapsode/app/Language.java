package rhapsode.app;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The language that the terminal is set to. */
final class Language {
  private Language() {}

  /**
   * By the variables of POSIX, the first that is set: {@code LC_ALL}, {@code LC_MESSAGES}, {@code
   * LANG}, with values such as {@code de_AT.UTF-8}; otherwise English.
   */
  static Locale of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> Locale.forLanguageTag(value.replaceAll("[.@].*", "").replace('_', '-')))
        .filter(locale -> !locale.getLanguage().isEmpty())
        .orElse(Locale.ENGLISH);
  }
}
