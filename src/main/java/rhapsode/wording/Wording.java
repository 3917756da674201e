package rhapsode.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language, from the bundles {@code rhapsode/wording/wording*.properties}
 * (UTF-8, values as {@link String#format} takes them). What a language lacks is said in English.
 * Immutable, thread-safe.
 */
public final class Wording {
  private static final String BUNDLE = "rhapsode.wording.wording";
  private static final Map<Locale, Wording> KNOWN = new ConcurrentHashMap<>();

  /** Languages in which nought of something is not many of it (CLDR's plural rules). */
  private static final Set<String> NOUGHT_IS_ONE = Set.of("fr", "pt");

  private final Locale locale;
  private final ResourceBundle bundle;

  private Wording(Locale locale) {
    this.locale = locale;
    var files =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundle = ResourceBundle.getBundle(BUNDLE, locale, Wording.class.getClassLoader(), files);
  }

  /** All languages there are, English first. */
  public static List<Locale> languages() {
    return List.of(
        Locale.ENGLISH,
        Locale.GERMAN,
        Locale.forLanguageTag("es"),
        Locale.FRENCH,
        Locale.forLanguageTag("pt"));
  }

  /** For a reader: their language, whatever its country, or English. */
  public static Wording of(Locale reader) {
    Locale language =
        languages().stream()
            .filter(known -> known.getLanguage().equals(reader.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH);
    return KNOWN.computeIfAbsent(language, Wording::new);
  }

  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The sentence of a key, with its values. */
  public String say(String key, Object... values) {
    return say(Phrase.of(key, values));
  }

  /**
   * The phrase in this language. Where a sentence has a second one under its key and {@code .one},
   * that is said if the first whole number among the values is one, as this language counts.
   *
   * @throws MissingResourceException if not even English has it
   */
  public String say(Phrase phrase) {
    Object[] values =
        phrase.values().stream()
            .map(value -> value instanceof Phrase inner ? say(inner) : value)
            .toArray();
    String single = phrase.key() + ".one";
    String key = has(single) && isOne(phrase.values()) ? single : phrase.key();
    return String.format(locale, bundle.getString(key), values);
  }

  private boolean isOne(List<Object> values) {
    return values.stream()
        .filter(value -> value instanceof Integer || value instanceof Long)
        .findFirst()
        .map(value -> ((Number) value).longValue())
        .filter(count -> count == 1 || (count == 0 && NOUGHT_IS_ONE.contains(locale.getLanguage())))
        .isPresent();
  }
}
