package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;
import rhapsode.wording.Phrase;
import rhapsode.wording.Wording;

/** Poems that are none, cleaned, judged and compared. */
class CommunityFuzzTest {
  private static final int TEXTS = Fuzz.count("texts", 500);

  @Test
  void cleaningWhatIsCleanChangesNothing() {
    Fuzz.of("clean text", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            typed -> {
              String text = PoemText.clean(typed);
              assertEquals(text, PoemText.clean(text));
              assertEquals(text, Nasty.whole(text), "it can be written as UTF-8");
              assertEquals(PoemText.key(typed), PoemText.key(text));
              assertFalse(text.contains("\n\n\n"));
              assertTrue(text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
              String title = PoemText.cleanTitle(typed);
              assertEquals(title, PoemText.cleanTitle(title));
              assertEquals(-1, title.indexOf('\n'));
            });
  }

  @Test
  void everyFaultCanBeSaid() {
    Fuzz.of("text rules", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            typed -> {
              String text = PoemText.clean(typed);
              String title = PoemText.cleanTitle(typed);
              Optional<Phrase> fault = TextRules.faultOf(title, text);
              for (Locale reader : Wording.languages()) {
                fault.map(Wording.of(reader)::say).ifPresent(s -> assertFalse(s.isBlank()));
              }
              assertTrue(
                  fault.isPresent() || (!text.isBlank() && text.length() <= 4000), "none too much");
            });
  }

  @Test
  void aTextIsLikeItself() {
    Fuzz.of("fingerprints", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              Fingerprint print = Fingerprint.of(text, "salt");
              assertTrue(print.shingles().size() <= Fingerprint.SIZE);
              assertEquals(print, Fingerprint.of(text, "salt"));
              assertEquals(PlainWords.of(text).isEmpty() ? 0 : 1, print.likeness(print));
              List<String> words = PlainWords.of(text);
              assertEquals(
                  words, PlainWords.of(String.join(" ", words)), "plain words stay as they are");
            });
  }

  @Test
  void whatIsRefusedIsFound() {
    RefusedWords others = RefusedWords.of(List.of("moonshine", "a bad phrase", "w#rd"));
    Fuzz.of("refused words", Nasty::text, Shrinker.text())
        .run(
            TEXTS,
            text -> {
              others.in(text);
              RefusedWords refused = RefusedWords.of(List.of(text));
              String listed = text.replaceAll("#.*", "");
              List<String> words = PlainWords.of(listed);
              // A digit or a sign behind the letter that it stands for is taken for that letter.
              if (words.stream().allMatch(word -> word.matches("\\p{L}+"))) {
                assertEquals(!words.isEmpty(), refused.standIn(listed));
              }
            });
  }
}
