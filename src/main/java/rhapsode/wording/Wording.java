package rhapsode.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language, from the bundles {@code rhapsode/wording/wording*.properties}
 * (UTF-8, values as {@link String#format} takes them). What a language lacks is said in English.
 * Immutable, thread-safe.
 */
public final class Wording {
  private static final String BUNDLE = "rhapsode.wording.wording";
  private static final Map<Locale, Wording> KNOWN = new ConcurrentHashMap<>();

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
   * The phrase in this language.
   *
   * @throws MissingResourceException if not even English has it
   */
  public String say(Phrase phrase) {
    Object[] values =
        phrase.values().stream()
            .map(value -> value instanceof Phrase inner ? say(inner) : value)
            .toArray();
    String sentence = bundle.getString(phrase.key());
    return String.format(locale, sentence, values);
  }
}
