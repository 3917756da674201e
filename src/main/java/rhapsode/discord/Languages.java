package rhapsode.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import rhapsode.wording.Wording;

/** The languages that the bot speaks, as Discord tells them apart. */
final class Languages {
  /** English is what stands where no other language fits. */
  private static final Map<String, List<DiscordLocale>> NAMES =
      Map.of(
          "de", List.of(DiscordLocale.GERMAN),
          "es", List.of(DiscordLocale.SPANISH, DiscordLocale.SPANISH_LATAM),
          "fr", List.of(DiscordLocale.FRENCH),
          "pt", List.of(DiscordLocale.PORTUGUESE_BRAZILIAN));

  private Languages() {}

  /** A sentence in all languages but English, where it is another than the English one. */
  static Map<DiscordLocale, String> all(Function<Locale, String> sentence) {
    String english = sentence.apply(Locale.ENGLISH);
    var said = new LinkedHashMap<DiscordLocale, String>();
    for (Locale language : Wording.languages()) {
      String words = sentence.apply(language);
      if (!words.equals(english)) {
        NAMES.getOrDefault(language.getLanguage(), List.of()).forEach(l -> said.put(l, words));
      }
    }
    return said;
  }
}
