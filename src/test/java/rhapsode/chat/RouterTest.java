package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.community.PoemStatus;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.Fakes.FakePoet;
import rhapsode.testing.Fakes.FakeSchool;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.Reports;
import rhapsode.testing.SettableClock;
import rhapsode.wording.Phrase;

/** Conversations on no platform in particular. */
class RouterTest {
  private static final Person OWNER = new Person("test", "1", "Olga", Rank.OWNER);
  private static final Person GUEST = new Person("test", "2", "Gus", Rank.MEMBER);
  private static final ModelVersion MODEL =
      new ModelVersion(
          "base-1", "base", Instant.EPOCH, 4, 90.44, 80.55, ModelVersion.State.IN_SERVICE, null);

  private final FakePoet poet = new FakePoet();
  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private Router router = router(new Lesson.Promoted(MODEL, Reports.GOOD));

  private Router router(Lesson lesson) {
    return new Router(
        Fakes.commands(poet, new Community(store, new SettableClock()), new FakeSchool(lesson)),
        (invocation, cost) -> Optional.empty(),
        InvocationListener.NONE,
        () -> "k3m9x2pq");
  }

  /** What the bot says, one string a reply, progress as one string that changes. */
  private List<String> say(Person who, String command, Map<String, String> options) {
    return say(who, command, options, Locale.ENGLISH);
  }

  private List<String> say(Person who, String command, Map<String, String> options, Locale reader) {
    var said = new ArrayList<String>();
    router
        .route(
            new Invocation(who, "here", command, options, reader),
            new Replies() {
              @Override
              public void say(Reply reply) {
                said.add(reply.text() + (reply.footer().isEmpty() ? "" : " -- " + reply.footer()));
              }

              @Override
              public void progress(double fraction, String text) {
                said.removeIf(s -> s.startsWith("Learning: "));
                said.add(text);
              }
            })
        .join();
    return said;
  }

  @Test
  void aPoemComesWithItsFormItsModelAndItsNumber() {
    assertEquals(
        List.of("About moonlight\na little verse. -- quatrain by fake, no. 1"),
        say(GUEST, "poem", Map.of("seed", "moonlight")));
    say(GUEST, "poem", Map.of("seed", "rain", "form", "Haiku", "temperature", "0.5"));
    assertEquals("haiku", poet.commissions.get(1).form().name());
    assertEquals(0.5, poet.commissions.get(1).temperature());
    assertEquals(
        List.of("Name at least one word that the poem should be about."),
        say(GUEST, "poem", Map.of("seed", "nothing")));
  }

  @Test
  void aFormMayBeASchemeOfOnesOwn() {
    assertEquals(
        List.of("About rain\na little verse. -- ABAB CC/10 iambic by fake, no. 1"),
        say(GUEST, "poem", Map.of("seed", "rain", "form", "abab cc/10 iambic")));
    assertEquals(6, poet.commissions.get(0).form().lines().size());
  }

  @Test
  void aPoemShowsItsProofWhereItIsAskedFor() {
    var asked = Map.of("seed", "rain", "form", "free", "proof", "yes");
    assertEquals(
        List.of(
            "About rain\na little verse.\n\n1  3 syllables\n2  4 syllables\n"
                + "Every line keeps the form. -- free by fake, no. 1"),
        say(GUEST, "poem", asked));
    assertEquals(
        List.of("About rain\na little verse. -- free by fake, no. 2"),
        say(GUEST, "poem", Map.of("seed", "rain", "form", "free", "proof", "no")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "poem|form|haikoo|There is no form 'haikoo'; did you mean haiku?",
        "poem|form|ABAB/99|'ABAB/99' is no rhyme scheme: '99' is no number of syllables from 1 to"
            + " 20; write one like ABAB/8 or ABAB CC/10 iambic.",
        "poem|proof|perhaps|proof is yes or no, not 'perhaps'.",
        "poem|temperature|hot|temperature is a number from 0.1 to 2.0, not 'hot'.",
        "poem|temperature|7|temperature is a number from 0.1 to 2.0, not '7'.",
        "poem|temperature|NaN|temperature is a number from 0.1 to 2.0, not 'NaN'.",
        "poem|colour|blue|/poem has no option 'colour'; it has seed, form, temperature, mood, proof.",
        "poems withdraw|number|x|number is a whole number from 1 to 1000000000000, not 'x'.",
        "forms|x|y|/forms has no option 'x'; it has none."
      })
  void aWrongOptionIsOneSentence(String command, String name, String value, String sentence) {
    assertEquals(
        List.of(sentence),
        say(
            GUEST,
            command,
            command.equals("poem") ? Map.of("seed", "s", name, value) : Map.of(name, value)));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        List.of("/poem needs seed: What should the poem be about?"), say(GUEST, "poem", Map.of()));
    assertEquals(
        List.of("/poem needs seed: What should the poem be about?"),
        say(GUEST, "poem", Map.of("seed", " ")));
  }

  @Test
  void anUnknownCommandGetsAHint() {
    assertEquals(
        List.of("There is no command /peom; did you mean /poem?"), say(GUEST, "peom", Map.of()));
    assertEquals(
        List.of("There is no command /xyz; /help lists the commands."),
        say(GUEST, "xyz", Map.of()));
    assertTrue(say(GUEST, "x".repeat(5000), Map.of()).get(0).length() < 120);
  }

  @Test
  void aCrashIsOneSentenceWithoutDetails() {
    assertEquals(
        List.of(
            "That did not work, and it is not your fault; please try again in a while."
                + " -- Request k3m9x2pq: whoever runs this bot finds the cause by it."),
        say(GUEST, "poem", Map.of("seed", "crash")));
  }

  @Test
  void onlyOwnersRetrain() {
    assertEquals(
        List.of("Only the owners of this bot can use /retrain."), say(GUEST, "retrain", Map.of()));
    assertEquals(
        List.of(
            "Learning: 100%, epoch 1 of 2, loss 4.50, 5,000 words/s, 0 s left",
            "Learned from 4 poems: the new model base-1 writes from now on (perplexity on held-out"
                + " poems 80.6, before 90.4).",
            "About moonlight, before (base):\n\nThe moon\nis late.\n\n"
                + "Now (base-1):\n\nThe moon\nis late."),
        say(OWNER, "retrain", Map.of()));
  }

  @Test
  void aRejectedModelSaysWhy() {
    router =
        router(
            new Lesson.Rejected(
                new ModelVersion(
                    "base-1",
                    "base",
                    Instant.EPOCH,
                    4,
                    90,
                    99,
                    ModelVersion.State.REJECTED,
                    "it got worse"),
                Phrase.of("retrain.worse", 90.0, 99.0),
                Reports.GOOD));
    assertEquals(
        "Trained, but the new model was not put into service: perplexity on held-out poems"
            + " rose from 90.0 to 99.0. The old one stays.",
        say(OWNER, "retrain", Map.of()).get(1));
  }

  @Test
  void aPoemIsGivenListedAndTakenBack() {
    var poem =
        Map.of("text", "The moon\nis late.", "train", "yes", "display", "no", "attribution", "no");
    assertEquals(
        List.of("Thank you, poem 1 is safely stored. A moderator will look at it."),
        say(GUEST, "poems submit", poem));
    assertEquals(PoemStatus.PENDING, store.find(1).orElseThrow().status());
    assertEquals(
        List.of(
            "1. The moon (pending; training yes, display no, name no)\n/poems withdraw takes one back."),
        say(GUEST, "poems mine", Map.of()));
    assertEquals(
        List.of("You have given no poem yet; /poems submit takes one."),
        say(OWNER, "poems mine", Map.of()));
    assertEquals(
        List.of("You have no poem 1; /poems mine lists yours."),
        say(OWNER, "poems withdraw", Map.of("number", "1")));
    assertEquals(
        List.of("Poem 1 is erased; the network forgets it at the next /retrain."),
        say(GUEST, "poems withdraw", Map.of("number", "1")));
  }

  @Test
  void nothingIsStoredWithoutEveryAnswerAboutConsent() {
    assertEquals(
        List.of("/poems submit needs display: May the poem be shown to others?"),
        say(GUEST, "poems submit", Map.of("text", "a poem", "train", "yes", "attribution", "no")));
    assertFalse(store.find(1).isPresent());
  }

  @Test
  void helpListsWhatOneMayUseAndExplainsIt() {
    assertFalse(say(GUEST, "help", Map.of()).get(0).contains("/retrain"));
    assertTrue(say(OWNER, "help", Map.of()).get(0).contains("/retrain"));
    assertTrue(
        say(GUEST, "help", Map.of("command", "/poem")).get(0).contains("temperature (optional)"));
    assertTrue(
        say(GUEST, "help", Map.of("command", "nope"))
            .get(0)
            .startsWith("There is no such command. These"));
  }

  @Test
  void formsStatusAndPrivacyAreTold() {
    String forms = say(GUEST, "forms", Map.of()).get(0);
    assertTrue(forms.contains("haiku: Three lines"), forms);
    assertTrue(forms.contains("form:\"AABBA/8,8,5,5,8 anapestic\". Lines with the same"), forms);
    assertTrue(
        say(GUEST, "model status", Map.of()).get(0).startsWith("In service: base (verse network"));
    assertTrue(say(GUEST, "privacy", Map.of()).get(0).contains("withdraw"));
  }

  @Test
  void everybodyIsAnsweredInTheirLanguage() {
    assertEquals(
        List.of("form „haikoo“ gibt es nicht; meintest du haiku?"),
        say(GUEST, "poem", Map.of("seed", "s", "form", "haikoo"), Locale.GERMANY));
    assertEquals(
        List.of("Nur wer diesen Bot betreibt, kann /retrain benutzen."),
        say(GUEST, "retrain", Map.of(), Locale.GERMAN));
    assertEquals(
        List.of("Donne au moins un mot dont le poème doit parler."),
        say(GUEST, "poem", Map.of("seed", "nothing"), Locale.CANADA_FRENCH));
    assertEquals(
        List.of("About rain\na little verse. -- quatrain por fake, n.º 1"),
        say(GUEST, "poem", Map.of("seed", "rain"), Locale.forLanguageTag("pt-BR")));
    assertEquals(
        List.of("Aún no has dado ningún poema; con /poems submit puedes dar uno."),
        say(GUEST, "poems mine", Map.of(), Locale.forLanguageTag("es-MX")));
    assertTrue(
        say(OWNER, "retrain", Map.of(), Locale.forLanguageTag("pt"))
            .contains("Aprendendo: 100%, época 1 de 2, perda 4,50, 5.000 palavras/s, faltam 0 s"));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() {
    var commands =
        Fakes.commands(
            poet,
            new Community(store, new SettableClock()),
            new FakeSchool(new Lesson.Promoted(MODEL, Reports.GOOD)));
    router =
        new Router(
            commands, new RateLimits(new RateLimits.Limits(4, 2, 30, 20), new SettableClock()));
    say(GUEST, "poem", Map.of("seed", "rain"));
    say(GUEST, "poem", Map.of("seed", "rain", "form", "nonsense"));
    say(GUEST, "another", Map.of("number", "1"));
    assertEquals(2, poet.commissions.size());
    assertEquals(
        List.of("That is a lot at once; please try again in 15 seconds."),
        say(GUEST, "poem", Map.of("seed", "rain")));
    assertEquals(
        List.of("Das ist viel auf einmal; bitte versuch es in 15 Sekunden wieder."),
        say(GUEST, "another", Map.of("number", "1"), Locale.GERMAN));
    assertEquals(2, poet.commissions.size());
    assertEquals(
        List.of("About rain\na little verse. -- quatrain by fake, no. 1"),
        say(GUEST, "like", Map.of("number", "1")));
    say(OWNER, "poem", Map.of("seed", "rain"));
    assertEquals(3, poet.commissions.size());
  }
}
