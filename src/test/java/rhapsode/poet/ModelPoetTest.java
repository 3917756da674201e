package rhapsode.poet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.language.LineOrder;
import rhapsode.language.PhraseHash;
import rhapsode.language.PhraseSet;
import rhapsode.poem.Form;
import rhapsode.poem.Forms;
import rhapsode.poem.Poem;
import rhapsode.poem.ProofText;
import rhapsode.prosody.Prosody;
import rhapsode.testing.FakeLanguageModel;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

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
          "sight might right white flight delight; day play may ray clay pray gray today; gain lane plain chain",
          "bring thing sling cling string; cold rolled scold; be he she thee key knee; show grow slow throw so",
          "part dart cart chart; spy die lie dry high; creep steep heap; cream team scheme; alone bone throne known",
          "high sky, why cry, fly by. deep sleep, weep, keep; dream stream gleam beam seem");

  private static final Prosody PROSODY = Prosody.load();

  private final ModelPoet poet = poet(LineOrder.BACKWARD);

  private static ModelPoet poet(LineOrder order) {
    return poet(Repertoire.of(new FakeLanguageModel(WORDS, order)), Runnable::run);
  }

  private static ModelPoet poet(Repertoire repertoire, Executor thread) {
    return new ModelPoet(repertoire, PROSODY, thread, new SettableClock(), () -> 99);
  }

  private static Commission commission(String seed, Form form, long number) {
    return new Commission(seed, form, 0.8, Optional.empty(), OptionalLong.of(number));
  }

  private static Outcome write(ModelPoet poet, String seed, Form form, long number) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> poet.write(commission(seed, form, number)).join());
  }

  private Outcome write(String seed, Form form, long number) {
    return write(poet, seed, form, number);
  }

  private Poem poem(String seed, Form form, long number) {
    return poem(poet, seed, form, number);
  }

  private static Poem poem(ModelPoet poet, String seed, Form form, long number) {
    return assertInstanceOf(Outcome.Written.class, write(poet, seed, form, number)).poem();
  }

  static Stream<Arguments> forms() {
    return FORMS.all().stream()
        .flatMap(form -> Stream.of(LineOrder.values()).map(order -> Arguments.of(form, order)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormHoldsAndHasTheSeedInIt(Form form, LineOrder order) {
    ModelPoet poet = poet(order);
    for (int number = 0; number < 3; number++) {
      Poem poem = poem(poet, "moon", form, number);
      assertTrue(poem.proof().holds(), poem.text() + "\n" + ProofText.of(poem.proof()));
      Form spelt = form.spelling("moon").orElseThrow();
      assertEquals(spelt.lines().size(), poem.lines().size());
      assertEquals(spelt.stanzas().size(), poem.stanzas().size());
      assertTrue(poem.text().toLowerCase(Locale.ROOT).matches("(?s).*\\bmoon\\b.*"), poem.text());
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
    assertEquals(new Outcome.Declined(Phrase.of("poem.no-word")), write(seed, FORMS.standard(), 1));
  }

  @Test
  void aSeedOfFiveThousandCharactersIsOneSentence() {
    assertEquals(
        new Outcome.Declined(Phrase.of("poem.seed-long", 200, 5000)),
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

  @Test
  void aShortPoemOvertakesALongOneThatWasAskedForTogetherWithIt() {
    var queue = new ArrayDeque<Runnable>();
    ModelPoet poet =
        poet(Repertoire.of(new FakeLanguageModel(WORDS, LineOrder.BACKWARD)), queue::add);
    var sonnet = poet.write(commission("moon", FORMS.named("sonnet").orElseThrow(), 1));
    queue.remove().run();
    var haiku = poet.write(commission("moon", FORMS.named("haiku").orElseThrow(), 1));
    assertEquals(2, poet.waiting());
    for (int turn = 0; turn < 3; turn++) {
      queue.remove().run();
    }
    assertTrue(haiku.isDone());
    assertFalse(sonnet.isDone());
    assertEquals(1, poet.waiting());
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
    assertEquals(0, poet.waiting());
    assertEquals(
        poem("moon", FORMS.named("sonnet").orElseThrow(), 1),
        ((Outcome.Written) sonnet.join()).poem());
  }

  @Test
  void aLongPoemThatHasWaitedIsNotOvertaken() {
    var queue = new ArrayDeque<Runnable>();
    var clock = new SettableClock();
    var poet =
        new ModelPoet(
            Repertoire.of(new FakeLanguageModel(WORDS, LineOrder.BACKWARD)),
            PROSODY,
            queue::add,
            clock,
            () -> 99);
    var sonnet = poet.write(commission("moon", FORMS.named("sonnet").orElseThrow(), 1));
    clock.tick(Duration.ofSeconds(5));
    var haiku = poet.write(commission("moon", FORMS.named("haiku").orElseThrow(), 1));
    for (int turn = 0; turn < 14; turn++) {
      queue.remove().run();
    }
    assertTrue(sonnet.isDone());
    assertFalse(haiku.isDone());
  }

  @Test
  void aModelWithoutWordsSaysSo() {
    var mute = new FakeLanguageModel(List.of("the", "of"), LineOrder.BACKWARD);
    Outcome outcome = write(poet(Repertoire.of(mute), Runnable::run), "moon", FORMS.standard(), 1);
    assertEquals(
        "The model fake found no words for line 2 of this form; another form or seed may do better.",
        assertInstanceOf(Outcome.Declined.class, outcome).sentence().english());
  }

  @Test
  void whenTimeIsUpTheRestIsWrittenInAHurry() {
    var reads = new AtomicInteger();
    InstantSource late = () -> Instant.EPOCH.plusSeconds(20L * reads.incrementAndGet());
    var poet =
        new ModelPoet(
            Repertoire.of(new FakeLanguageModel(WORDS, LineOrder.BACKWARD)),
            PROSODY,
            Runnable::run,
            late,
            () -> 99);
    Poem poem = poem(poet, "moon", FORMS.named("sonnet").orElseThrow(), 1);
    assertEquals(14, poem.lines().size());
    assertTrue(poem.proof().lines().stream().allMatch(line -> line.counts()), poem.text());
  }

  @Test
  void aPoemUnderWayIsFinishedWhenTheThreadTakesNoMoreWork() {
    var first = new AtomicReference<Runnable>();
    Executor closing =
        task -> {
          if (!first.compareAndSet(null, task)) {
            throw new RejectedExecutionException("closed");
          }
        };
    ModelPoet poet = poet(Repertoire.of(new FakeLanguageModel(WORDS)), closing);
    var outcome = poet.write(commission("moon", FORMS.standard(), 1));
    first.get().run();
    assertInstanceOf(Outcome.Written.class, outcome.join());
  }

  @Test
  void whatOthersHaveWrittenIsNotRepeated() {
    Form haiku = FORMS.named("haiku").orElseThrow();
    Poem first = poem("moon", haiku, 1);
    PhraseSet written = PhraseSet.of(4, List.of(PhraseHash.poem(first.text())));
    poet.hear(new Heard(List.of(written), List.of()));
    Poem second = poem("moon", haiku, 1);
    assertNotEquals(first.text(), second.text());
    assertTrue(!written.holdsAny(PhraseHash.poem(second.text())), second.text());
  }

  @Test
  void aMoodLeansToItsWords() {
    Mood cold = new Mood("cold", List.of("snow", "cold", "winter"));
    int with = 0;
    int without = 0;
    for (int number = 0; number < 12; number++) {
      Form form = FORMS.standard();
      var plain = commission("moon", form, number);
      var moody = new Commission("moon", form, 0.8, Optional.of(cold), OptionalLong.of(number));
      without += count(plain);
      with += count(moody);
    }
    assertTrue(with > without, with + " " + without);
  }

  private int count(Commission commission) {
    String text = ((Outcome.Written) poet.write(commission).join()).poem().text();
    return (int) Pattern.compile("(?i)snow|cold|winter").matcher(text).results().count();
  }

  @Test
  void aBarredWordIsNeverSaidAndNoSeed() {
    var barred = Set.of("the", "moon", "night");
    var careful =
        new ModelPoet(
            Repertoire.of(new FakeLanguageModel(WORDS, LineOrder.BACKWARD)),
            PROSODY,
            Runnable::run,
            new SettableClock(),
            () -> 99,
            text -> Stream.of(text.split(" ")).anyMatch(barred::contains));
    for (int number = 0; number < 20; number++) {
      Outcome outcome = write(careful, "river", FORMS.standard(), number);
      String text = assertInstanceOf(Outcome.Written.class, outcome).poem().text();
      List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^a-z']+"));
      assertTrue(barred.stream().noneMatch(words::contains), text);
    }
    assertEquals(
        new Outcome.Declined(Phrase.of("poem.refused-word", "old moon")),
        write(careful, "old moon", FORMS.standard(), 1));
  }
}
