package rhapsode.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhapsode.community.Author;
import rhapsode.community.ConsentText;
import rhapsode.community.Draft;
import rhapsode.community.Permission;
import rhapsode.community.Receipt;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.poem.FormProof;
import rhapsode.poem.Forms;
import rhapsode.poem.Line;
import rhapsode.poem.Poem;
import rhapsode.poem.Stanza;
import rhapsode.poet.Outcome;
import rhapsode.testing.Community;
import rhapsode.testing.Conversation;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.Reports;
import rhapsode.wording.Phrase;

/** Whole conversations, with answers that take their time. */
class ConversationTest {
  private static final Person OLGA = new Person("test", "1", "Olga", Rank.OWNER);
  private static final Person GUS = new Person("test", "2", "Gus", Rank.MEMBER);

  private final Forms forms = Forms.load();
  private final CompletableFuture<Outcome> poem = new CompletableFuture<>();
  private final ManualSchool school = new ManualSchool();
  private final Community community = new Community();
  private final List<Command> commands = Fakes.commands(commission -> poem, community, school);
  private final Router router = router(commands);
  private final Conversation chat = new Conversation(router);

  private static Router router(List<Command> commands) {
    return new Router(
        commands,
        (invocation, cost) -> Optional.empty(),
        InvocationListener.NONE,
        () -> "k3m9x2pq");
  }

  private Outcome written() {
    var stanza = new Stanza(List.of(new Line("The moon"), new Line("is late.")));
    return new Outcome.Written(
        new Poem("moon", forms.standard(), List.of(stanza), new FormProof(List.of()), "base"),
        Duration.ofMillis(1234));
  }

  @Test
  void aProofNamesThePoemThatTheNewOneOwesMostTo() {
    var source =
        community
            .submissions()
            .submit(
                new Draft(
                    new Author("test", "1", "Olga"),
                    "test",
                    "Ferry",
                    "The ferry hums across the bay,\na lamp is lit at end of day",
                    new Permission(true, true, false, ConsentText.current().version())),
                true);
    school.remembers(((Receipt.Accepted) source).poem());
    poem.complete(written());
    chat.says(GUS, "poem", "seed:moon", "proof:yes").join();
    String said = chat.transcript();
    assertTrue(said.contains("Closest to poem 1 of the community, 'Ferry'."), said);
  }

  @Test
  void whatCanBeDoneWithAPoemWorksByItsNumber() {
    poem.complete(written());
    chat.says(GUS, "poem", "seed:moon").join();
    chat.says(OLGA, "like", "number:1").join();
    chat.says(GUS, "another", "number:1").join();
    chat.says(GUS, "proof", "number:1").join();
    chat.says(new Person("test", "3", "Eve", Rank.MEMBER), "erase", "number:1").join();
    chat.says(GUS, "erase", "number:1").join();
    chat.says(GUS, "proof", "number:1").join();
    String said = chat.transcript();
    assertTrue(said.contains("bot: The moon\nis late. -- quatrain by base, no. 2\n"), said);
    assertTrue(said.contains("bot to Gus: 1  2/8 syllables"), said);
    assertTrue(said.contains("bot to Eve: Only who asked for a poem can delete it."), said);
    assertTrue(said.contains("bot to Gus: Poem 1 is gone."), said);
    assertTrue(said.endsWith("bot to Gus: I no longer have that poem.\n"), said);
  }

  @Test
  void aPoemHasButtonsThatKnowItsNumber() {
    poem.complete(written());
    var replies = new ArrayList<Reply>();
    var asked = new Invocation(GUS, "here", "poem", Map.of("seed", "moon"));
    router.route(asked, said(replies)).join();
    assertEquals(
        List.of("another:1", "like:1", "proof:1", "erase:1"),
        replies.get(0).buttons().stream().map(Button::id).toList());
    var like = Button.pressed("like:1", OLGA, "here", Locale.ENGLISH, router);
    router.route(like.orElseThrow(), said(replies)).join();
    assertEquals("Like (1)", replies.get(1).buttons().get(1).label());
    for (String none : List.of("", "like", "poem:1", "nonsense:1", "retrain:1")) {
      assertTrue(Button.pressed(none, OLGA, "here", Locale.ENGLISH, router).isEmpty());
    }
  }

  private static Replies said(List<Reply> replies) {
    return new Replies() {
      @Override
      public void say(Reply reply) {
        replies.add(reply);
      }

      @Override
      public void progress(double fraction, String text) {}
    };
  }

  @Test
  void suggestionsComeBestFirstAndOnlyForWhoMayUseThem() {
    community
        .submissions()
        .submit(
            new Draft(
                new Author("test", "2", "Gus"),
                "here",
                "Ferry",
                "The ferry hums across the bay,\na lamp is lit at end of day",
                new Permission(true, true, false, ConsentText.current().version())),
            false);
    var withdraw = new Invocation(GUS, "here", "poems withdraw", Map.of());
    assertEquals(
        List.of(new Suggestion("1. Ferry", "1")), router.suggestions(withdraw, "number", "fer"));
    assertEquals(List.of(), router.suggestions(withdraw, "number", "x"));
    assertEquals(List.of(), router.suggestions(withdraw, "nothing", ""));
    var poem = new Invocation(GUS, "here", "poem", Map.of());
    assertEquals(
        List.of("acrostic"),
        router.suggestions(poem, "form", "ac").stream().map(Suggestion::value).toList());
  }

  @Test
  void othersAreAnsweredWhileAPoemIsWritten() {
    var asked = chat.says(GUS, "poem", "seed:moon");
    chat.says(OLGA, "poems mine").join();
    assertFalse(asked.isDone());
    poem.complete(written());
    asked.join();
    assertEquals(
        """
        Gus: /poem seed:moon
        Olga: /poems mine
        bot to Olga: You have given no poem yet; /poems submit takes one.
        bot: The moon
        is late. -- quatrain by base, no. 1
        """,
        chat.transcript());
  }

  @Test
  void aTrainingAnswersAtOnceAndKeepsOneMessageUpToDate() {
    var training = chat.says(OLGA, "retrain");
    assertEquals("Olga: /retrain\nbot: Learning: getting the poems ready…\n", chat.transcript());
    school.reaches(10);
    chat.says(GUS, "poems mine").join();
    school.reaches(40);
    chat.says(OLGA, "retrain").join();
    school.reaches(99);
    school.ends(
        new Lesson.Promoted(
            new ModelVersion(
                "base-2", "base", Instant.EPOCH, 7, 90, 80, ModelVersion.State.IN_SERVICE, null),
            Reports.GOOD));
    training.join();
    assertEquals(
        """
        Olga: /retrain
        bot (edit 3): Learning: 99%, epoch 1 of 1, loss 4.50, 5,000 words/s, 1 s left
        Gus: /poems mine
        bot to Gus: You have given no poem yet; /poems submit takes one.
        Olga: /retrain
        bot: Learning: getting the poems ready…
        bot: A training is under way already; /model status tells how far it is.
        bot: Learned from 7 poems: the new model base-2 writes from now on (perplexity on held-out poems 80.0, before 90.0).
        bot: About moonlight, before (base):

        The moon
        is late.

        Now (base-2):

        The moon
        is late.
        """,
        chat.transcript());
  }

  @Test
  void aTrainingThatFailsSaysSo() {
    chat.says(OLGA, "retrain");
    school.ends(new Lesson.Failed(Phrase.of("retrain.broke-off")));
    assertTrue(
        chat.transcript()
            .endsWith(
                "bot: The training broke off and changed nothing; the log has the cause."
                    + " -- Request k3m9x2pq: whoever runs this bot finds the cause by it.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "poems| There is no command /poems alone; there is /poems submit, /poems mine, /poems"
            + " withdraw, /poems top, /poems random.",
        "poems sumbit| There is no command /poems sumbit; did you mean /poems submit?",
        "fomrs| There is no command /fomrs; did you mean /forms?",
        "model| There is no command /model alone; there is /model status, /model history, /model"
            + " rollback."
      })
  void aCommandThatIsNearlyRightIsExplained(String command, String sentence) {
    chat.says(GUS, command).join();
    assertEquals("Gus: /" + command + "\nbot to Gus: " + sentence + "\n", chat.transcript());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "poem| seed:x| fom:haiku| /poem has no option 'fom'; did you mean form?",
        "poem| seed:x| form:hiaku| There is no form 'hiaku'; did you mean haiku?",
        "poem| seed:x| form:ABAB/eight| 'ABAB/eight' is no rhyme scheme: 'eight' is no number of"
            + " syllables from 1 to 20; write one like ABAB/8 or ABAB CC/10 iambic.",
        "poem| seed:x| temperature:0,7| temperature is a number from 0.1 to 2.0, not '0,7'.",
        "poems submit| train:maybe| text:a b| train is yes or no, not 'maybe'.",
        "help| command:| command:retrian| There is no such command; did you mean /retrain?"
      })
  void anOptionThatIsNearlyRightIsExplained(
      String command, String one, String two, String sentence) {
    chat.says(OLGA, command, one, two).join();
    assertTrue(chat.transcript().endsWith("bot to Olga: " + sentence + "\n"), chat.transcript());
  }

  @Test
  void aFormThatNobodyKnowsListsThem() {
    chat.says(GUS, "poem", "seed:x", "form:villanelle").join();
    assertTrue(
        chat.transcript()
            .contains("There is no form 'villanelle'; there are quatrain, couplets, envelope,"));
    assertTrue(chat.transcript().contains("free, and rhyme schemes such as ABAB/8.\n"));
  }

  @Test
  void whatIsTooLongIsCounted() {
    chat.says(GUS, "poem", "seed:" + "🌙".repeat(100_000)).join();
    assertTrue(
        chat.transcript()
            .endsWith("bot to Gus: seed has at most 200 characters; yours has 100,000.\n"));
  }

  @Test
  void permissionIsCheckedAnewEveryTime() {
    var demoted = new Person(OLGA.platform(), OLGA.id(), OLGA.name(), Rank.MEMBER);
    chat.says(demoted, "retrain").join();
    assertTrue(chat.transcript().endsWith("Only the owners of this bot can use /retrain.\n"));
    assertEquals(
        "Only the owners of this bot can use /retrain.",
        router.objection(new Invocation(GUS, "here", "retrain", Map.of())).orElseThrow());
  }

  @Test
  void helpExplainsAllSubcommandsOfABase() {
    chat.says(GUS, "help", "command:/poems").join();
    assertTrue(chat.transcript().contains("/poems withdraw number\nTakes a poem of yours back."));
    assertTrue(chat.transcript().contains("May Rhapsode's network learn from this poem?"));
    assertTrue(chat.transcript().contains(ConsentText.current().text()));
    chat.says(GUS, "help", "command:retrain").join();
    assertTrue(chat.transcript().contains("There is no such command. These are the commands"));
  }

  @Test
  void aPlatformOutOfReachBreaksNoTrainingOff() {
    var unreachable =
        new Replies() {
          @Override
          public void say(Reply reply) {
            throw new IllegalStateException("connection reset");
          }

          @Override
          public void progress(double fraction, String text) {
            throw new IllegalStateException("connection reset");
          }
        };
    var training = router.route(new Invocation(OLGA, "here", "retrain", Map.of()), unreachable);
    school.reaches(50);
    school.ends(new Lesson.Declined(Phrase.of("retrain.no-poem")));
    training.join();
    router.route(new Invocation(OLGA, "here", "nonsense", Map.of()), unreachable).join();
  }

  @Test
  void aCommandThatThrowsIsOneSentence() {
    for (Error error : List.of(new StackOverflowError(), new NoClassDefFoundError("secret"))) {
      var broken = new Conversation(router(List.of(new Broken(error))));
      broken.says(GUS, "broken").join();
      assertEquals(
          """
          Gus: /broken
          bot to Gus: That did not work, and it is not your fault; please try again in a while. -- Request k3m9x2pq: whoever runs this bot finds the cause by it.
          """,
          broken.transcript());
    }
  }

  @Test
  void twoCommandsOfOnePathAreAMistake() {
    var twice = List.<Command>of(new Broken(new Error()), new Broken(new Error()));
    assertThrows(IllegalArgumentException.class, () -> new Router(twice));
  }

  private record Broken(Error error) implements Command {
    @Override
    public Description description() {
      return Description.open("broken");
    }

    @Override
    public CompletableFuture<Void> run(
        Invocation invocation, Arguments arguments, Replies replies) {
      throw error;
    }
  }
}
