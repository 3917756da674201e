package rhapsode.poet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Poem;
import rhapsode.poem.ProofText;
import rhapsode.prosody.Prosody;
import rhapsode.testing.FakeLanguageModel;
import rhapsode.testing.SettableClock;

class ModelPoetTest {
  private static final Forms FORMS = Forms.load();

  /** Words enough for every rhyme, in no order that means anything. */
  private static final List<String> WORDS =
      List.of(
          "the moon is in the silver light, and all the night is cold and bright",
          "a stone alone will stay the day away, and rain and train remain in pain to say",
          "we see the sea, the tree, the free, the bee; they go below the snow and know",
          "the river under winter never ever after water, a mother and another brother",
          "my heart will start a part of art, and sing the spring, the ring, the king, a wing",
          "old gold and bold and told and hold the fold; a fire and desire and a choir",
          "morning evening garden window silence sorrow yellow hollow follow tomorrow",
          "high sky, why cry, fly by; deep sleep, weep, keep; dream stream gleam beam seem");

  private final ModelPoet poet =
      new ModelPoet(
          new FakeLanguageModel(WORDS),
          Prosody.load(),
          Runnable::run,
          new SettableClock(),
          () -> 99);

  private Outcome write(String seed, Form form, long number) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> poet.write(new Commission(seed, form, 0.8, OptionalLong.of(number))).join());
  }

  private Poem poem(String seed, Form form, long number) {
    return assertInstanceOf(Outcome.Written.class, write(seed, form, number)).poem();
  }

  static Stream<Form> forms() {
    return FORMS.all().stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormHoldsAndHasTheSeedInIt(Form form) {
    for (int number = 0; number < 3; number++) {
      Poem poem = poem("moon", form, number);
      // Metre and initials are proved; the composer does not write under them yet.
      assertTrue(
          poem.proof().lines().stream().allMatch(line -> line.counts() && line.rhymes()),
          poem.text() + "\n" + ProofText.of(poem.proof()));
      assertEquals(form.lines().size(), poem.lines().size());
      assertEquals(form.stanzas().size(), poem.stanzas().size());
      assertTrue(poem.lines().get(0).text().startsWith("Moon"), poem.text());
      assertTrue(poem.text().matches("(?s).*[.!?]"), poem.text());
      assertEquals("fake", poem.model());
    }
  }

  @Test
  void theSameNumberGivesTheSamePoemAndAnotherAnother() {
    Form quatrain = FORMS.standard();
    assertEquals(poem("rain", quatrain, 5), poem("rain", quatrain, 5));
    assertNotEquals(poem("rain", quatrain, 5).text(), poem("rain", quatrain, 6).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "covfefe",
        "Rhapsode",
        "zxqv blorb",
        "naïve café",
        "луна",
        "月光",
        "42",
        "o'er",
        "@everyone",
        "'; drop table poem; --",
        "**moon**",
        "the silver moon and the cold river"
      })
  void anySeedWithAWordStandsInThePoem(String seed) {
    for (String form : List.of("haiku", "quatrain", "free")) {
      String text = poem(seed, FORMS.named(form).orElseThrow(), 1).text().toLowerCase(Locale.ROOT);
      for (String word : seed.split("[^\\p{L}\\p{N}']+")) {
        assertTrue(text.contains(word.toLowerCase(Locale.ROOT).replaceAll("^'+|'+$", "")), text);
      }
    }
  }

  @Test
  void aWordTooLongForItsLineGivesAPoemWithAnHonestProof() {
    Poem poem = poem("antidisestablishmentarianism", FORMS.named("haiku").orElseThrow(), 1);
    assertTrue(poem.text().toLowerCase(Locale.ROOT).contains("antidisestablishmentarianism"));
    assertTrue(!poem.proof().holds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "!?!", "🌙🌙", "\u200B", "--"})
  void aSeedWithoutAWordIsOneSentence(String seed) {
    assertEquals(
        new Outcome.Declined("Name at least one word that the poem should be about."),
        write(seed, FORMS.standard(), 1));
  }

  @Test
  void aSeedOfFiveThousandCharactersIsOneSentence() {
    assertEquals(
        new Outcome.Declined(
            "A seed has at most 200 characters; yours has 5,000. Name what the poem should be"
                + " about in a few words."),
        write("x".repeat(5000), FORMS.standard(), 1));
  }

  @Test
  void twoHundredCharactersOfWordsGiveAPoem() {
    poem("moon ".repeat(40).strip(), FORMS.named("haiku").orElseThrow(), 1);
    poem("moon ".repeat(40).strip(), FORMS.named("sonnet").orElseThrow(), 1);
  }

  @Test
  void noLineRepeatsItselfAndNoWordFollowsItself() {
    for (int number = 0; number < 5; number++) {
      Poem poem = poem("light", FORMS.named("sonnet").orElseThrow(), number);
      assertEquals(14, poem.lines().stream().distinct().count());
      String words = poem.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z'\n]+", " ");
      assertTrue(!words.matches("(?s).*\\b([a-z]+) \\1\\b.*"), words);
    }
  }
}
