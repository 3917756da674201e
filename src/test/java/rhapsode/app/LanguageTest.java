package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.wording.Wording;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "de_AT.UTF-8, de",
    "pt_BR, pt",
    "fr, fr",
    "fr_CA@euro, fr",
    "C, en",
    "C.UTF-8, en",
    "POSIX, en",
    "'', en",
    "???, en"
  })
  void theTerminalTellsItsLanguage(String value, String language) {
    Locale spoken = Wording.of(Language.of(Map.of("LANG", value))).locale();
    assertEquals(Locale.forLanguageTag(language), spoken);
  }

  @Test
  void theStrongestVariableThatIsSetHolds() {
    assertEquals(Locale.ENGLISH, Language.of(Map.of()));
    assertEquals(
        Locale.FRENCH, Language.of(Map.of("LANG", "de_DE", "LC_MESSAGES", "fr", "LC_ALL", "")));
    assertEquals(Locale.GERMAN, Language.of(Map.of("LC_ALL", "de", "LC_MESSAGES", "fr")));
  }
}
