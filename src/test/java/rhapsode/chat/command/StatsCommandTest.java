package rhapsode.chat.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rhapsode.chart.Charts;
import rhapsode.chat.Invocation;
import rhapsode.chat.Person;
import rhapsode.chat.Picture;
import rhapsode.chat.Rank;
import rhapsode.chat.Replies;
import rhapsode.chat.Reply;
import rhapsode.chat.Router;
import rhapsode.community.Author;
import rhapsode.community.Consent;
import rhapsode.community.PoemStatus;
import rhapsode.community.Submission;
import rhapsode.community.WrittenPoem;
import rhapsode.learning.ModelVersion;
import rhapsode.testing.Conversation;
import rhapsode.testing.InMemoryAnthology;
import rhapsode.testing.InMemoryCensus;
import rhapsode.testing.InMemoryModelHistory;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.InMemoryShownPoems;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.SettableClock;

/** What {@code /stats} tells, and to whom. */
class StatsCommandTest {
  private static final Person OWNER = new Person("console", "owner", "you", Rank.OWNER);
  private static final Person GUS = new Person("discord", "3", "Gus", Rank.MEMBER);
  private static final Instant OCTOBER = Instant.parse("2026-10-05T12:00:00Z");

  private final InMemoryPoemStore poems = new InMemoryPoemStore();
  private final InMemoryAnthology anthology = new InMemoryAnthology();
  private final InMemoryModelHistory models = new InMemoryModelHistory();

  private Router router(Optional<Charts> charts) {
    var statistics =
        new Commands.Statistics(
            new InMemoryCensus(poems, anthology, new InMemoryShownPoems(poems)), models, charts);
    return new Router(
        List.of(new StatsCommand(statistics, new ManualSchool(), new SettableClock())));
  }

  private void gives(Author who, String community, PoemStatus status) {
    var consent = new Consent(true, true, true, "2026-11", OCTOBER);
    poems.add(new Submission(who, community, "", "The moon", consent, status), OCTOBER);
  }

  /** Two poems of Ada's and one of Ben's in one server, and one of Eve's in a group elsewhere. */
  private void people() {
    var ada = new Author("discord", "471100", "Ada");
    gives(ada, "here", PoemStatus.APPROVED);
    gives(ada, "here", PoemStatus.PENDING);
    gives(new Author("discord", "2", "Ben"), "here", PoemStatus.APPROVED);
    gives(new Author("telegram", "2", "Eve"), "-100", PoemStatus.APPROVED);
    var request = new WrittenPoem.Request("moon", "", 0.8, "");
    long id = anthology.keep(ada, "here", request, "The moon", "base", OCTOBER).id();
    anthology.like(id, ada, OCTOBER);
    models.add(
        new ModelVersion(
            "base-1", "base", OCTOBER, 2, 120.5, 130.25, ModelVersion.State.REJECTED, "worse"));
  }

  private Reply stats(Router router, Person who, String community, Locale reader) {
    var replies = new ArrayList<Reply>();
    router
        .route(
            new Invocation(who, community, "stats", Map.of(), reader),
            new Replies() {
              @Override
              public void say(Reply reply) {
                replies.add(reply);
              }

              @Override
              public void progress(double fraction, String text) {}
            })
        .join();
    return replies.get(0);
  }

  @Test
  void theConsoleHearsOfEverything() {
    people();
    var chat = new Conversation(router(Optional.empty()));
    chat.says(OWNER, "stats").join();
    assertEquals(
        """
        you: /stats
        bot: All communities together
        Poems given: 4; waiting: 1; to learn from: 3
        Authors: 3
        Poems that I wrote and keep: 1; likes: 1
        Models trained: 1
        In service: base, the base model
        """,
        chat.transcript());
  }

  @Test
  void aCommunityHearsOfItself() {
    people();
    var chat = new Conversation(router(Optional.empty()));
    chat.says(GUS, "stats").join();
    assertEquals(
        """
        Gus: /stats
        bot: This community
        Poems given: 3; waiting: 1; to learn from: 2
        Authors: 2
        Poems that I wrote and keep: 1; likes: 1
        Models trained: 1
        In service: base, the base model
        """,
        chat.transcript());
  }

  @Test
  void theModelInServiceIsNamedWithItsDay() {
    models.add(
        new ModelVersion(
            "base", "older", OCTOBER, 2, 120, 100, ModelVersion.State.IN_SERVICE, null));
    Reply reply = stats(router(Optional.empty()), OWNER, "console", Locale.GERMAN);
    assertTrue(reply.text().endsWith("Im Dienst: base, seit 2026-10-05"), reply.text());
  }

  @Test
  void theChartSpeaksTheReadersLanguage() throws IOException {
    people();
    Reply reply = stats(router(Charts.load()), GUS, "here", Locale.GERMAN);
    Picture picture = reply.picture().orElseThrow();
    assertEquals(
        "Diese Gemeinschaft, Monat für Monat."
            + " Gegebene Gedichte, Oktober 2026: 2 angenommen, 1 wartet."
            + " Perplexität der Modelle: base-1 (nicht im Dienst, Oktober 2026): 130,3."
            + " Autoren, Oktober 2026: 2. „Gefällt mir“, Oktober 2026: 1.",
        picture.alternative());
    assertEquals(0x89, picture.png().read());
    assertFalse(reply.discreet());
  }

  @Test
  void nobodyIsNamed() {
    people();
    Reply reply = stats(router(Charts.load()), OWNER, "console", Locale.ENGLISH);
    String all = reply.text() + reply.picture().orElseThrow().alternative();
    for (String name : List.of("Ada", "Ben", "Eve", "4711", "here")) {
      assertFalse(all.contains(name), all);
    }
  }

  @Test
  void whereNothingHappenedThereIsNoChart() {
    Reply reply = stats(router(Charts.load()), GUS, "here", Locale.ENGLISH);
    assertTrue(reply.text().contains("Poems given: 0; waiting: 0; to learn from: 0"));
    assertEquals(Optional.empty(), reply.picture());
  }
}
