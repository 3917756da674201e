package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rhapsode.wording.Wording;

final class ConsentTextTest {
  /** Discord's longest message, the shortest of the platforms. */
  private static final int LONGEST_MESSAGE = 2000;

  @Test
  void everyVersionStaysReadable() {
    ConsentText current = ConsentText.current();
    assertEquals("2026-11", current.version());
    assertEquals(Optional.of(current), ConsentText.of("2026-11"));
    assertEquals(Optional.empty(), ConsentText.of("1999-01"));
  }

  /** Whoever changes a published wording changes what people agreed to: make a new version. */
  @Test
  void aPublishedWordingNeverChanges() {
    assertEquals(-1345909164, ConsentText.of("2026-11").orElseThrow().text().hashCode());
  }

  @Test
  void consentNamesWhatIsAsked() {
    String text = ConsentText.current().text();
    for (String word : new String[] {"Training", "Display", "Attribution", "withdraw", "forgets"}) {
      assertTrue(text.contains(word), word);
    }
    assertTrue(text.length() <= LONGEST_MESSAGE);
  }

  @Test
  void privacyTellsWhatWhyAndHowToWithdraw() {
    String text = PrivacyNotice.text(Locale.ENGLISH);
    for (String word :
        new String[] {"stores", "why", "withdraw", "at once", "next training", "like", "file"}) {
      assertTrue(text.contains(word), word);
    }
    assertTrue(text.length() <= LONGEST_MESSAGE);
  }

  static List<Locale> languages() {
    return Wording.languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageFitsAMessageAndHasAllOfTheReference(Locale language) {
    alike(ConsentText.current().text(), ConsentText.current().text(language));
    alike(PrivacyNotice.text(Locale.ENGLISH), PrivacyNotice.text(language));
  }

  private static void alike(String reference, String text) {
    assertTrue(text.length() <= LONGEST_MESSAGE, text.length() + ": " + text);
    assertEquals(reference.lines().count(), text.lines().count(), text);
    assertEquals(commands(reference), commands(text));
  }

  private static List<String> commands(String text) {
    return Pattern.compile("/[a-z]+( withdraw| mine| export| delete)?")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
