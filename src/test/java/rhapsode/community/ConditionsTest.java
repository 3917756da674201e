package rhapsode.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhapsode.community.Receipt.Accepted;
import rhapsode.community.Receipt.Refused;
import rhapsode.testing.InMemoryPoemStore;
import rhapsode.testing.InMemoryPrecedents;
import rhapsode.testing.SettableClock;

/** What is taken, and what is refused with one sentence. */
class ConditionsTest {
  private static final Author ADA = new Author("discord", "1", "Ada");
  private static final Author BEN = new Author("discord", "2", "Ben");
  private static final String FERRY =
      "The ferry hums across the bay,\na lamp is lit at end of day,\n"
          + "the gulls come in, the nets are dry,\nand one slow star is in the sky.";

  private static final String LINKS =
      "A poem has no links and mentions nobody by an @; please write it without.";
  private static final String NEARLY =
      "A poem that differs from this one by a few words at most was given before; please send"
          + " another one.";

  private final InMemoryPoemStore store = new InMemoryPoemStore();
  private final SettableClock clock = new SettableClock();
  private final Submissions submissions =
      new Submissions(
          store,
          store.standings(),
          false,
          clock,
          new Conditions(
              RefusedWords.of(List.of("cunt")),
              text -> text.contains("shall I compare thee") ? 0.51 : 0.5,
              new InMemoryPrecedents(store),
              3));

  private Receipt give(Author author, String text) {
    return submissions.submit(
        new Draft(author, "server", "", text, Permission.everything()), false);
  }

  private SubmittedPoem accepted(Receipt receipt) {
    return assertInstanceOf(Accepted.class, receipt).poem();
  }

  private void assertRefused(String sentence, Receipt receipt) {
    assertEquals(sentence, assertInstanceOf(Refused.class, receipt).sentence().english());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read it at https://example.org now",
        "read it at HTTP://EXAMPLE.ORG now",
        "read it at www.example.org now",
        "read it at example.com/poem now",
        "join us at discord.gg/abc now",
        "write to t.me/somebody now",
        "hello @everyone out there",
        "hello @here out there",
        "hello <@123456789012345678> out there",
        "hello <@&123456789012345678> out there",
        "look into <#123456789012345678> now",
        "smile <:moon:123456789012345678> now",
        "run </poem:123456789012345678> now",
        "hello @some_body out there"
      })
  void linksAndMentionsAreRefused(String text) {
    assertRefused(LINKS, give(ADA, text));
    assertRefused(
        LINKS,
        submissions.submit(
            new Draft(ADA, "server", text, "the moon", Permission.everything()), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the end.the beginning",
        "5 < 6 & 7 > 3 in the moon",
        "'); drop table poem; -- of the moon",
        "**bold** _moon_ `code` [words](here) # > | ~~~ <b>late</b>",
        "we met @ noon, at 3:15, e.g. by the sea",
        "the network is down.comfort me"
      })
  void otherSignsAreTaken(String text) {
    assertEquals(text, accepted(give(ADA, text)).text());
  }

  @Test
  void zalgoIsRefusedAndAMarkOrTwoAreNot() {
    String marks = "\u0300\u0315\u0322\u0340";
    assertRefused(
        "More accents are heaped on these letters than any language needs; please write the poem"
            + " plainly.",
        give(ADA, "the moon is up".replaceAll("(\\p{L})", "$1" + marks)));
    accepted(give(ADA, "the m" + marks + "oon is up in Vi\u1EC7t Nam"));
  }

  @Test
  void whatCannotBeSeenMakesNoPoemNew() {
    accepted(give(ADA, FERRY));
    String hidden = FERRY.replace(" ", "\u200B \u2060").replace("e", "e\u00AD");
    assertRefused("This poem was given before; please send another one.", give(BEN, hidden));
  }

  @Test
  void theSamePoemAHundredTimesIsTakenOnce() {
    accepted(give(ADA, FERRY));
    for (int i = 0; i < 99; i++) {
      Receipt receipt = give(new Author("discord", "9" + i, "Bot"), FERRY + " " + "x".repeat(i));
      assertInstanceOf(Refused.class, receipt);
    }
    assertEquals(1, store.count(PoemStatus.PENDING));
  }

  @Test
  void aCopyOfWhatWasTakenBackIsRefusedButNotItsAuthorsOwn() {
    SubmittedPoem poem = accepted(give(ADA, FERRY));
    assertRefused(NEARLY, give(BEN, FERRY.replace("lamp", "light")));
    submissions.withdraw(poem.id(), ADA);
    assertRefused(NEARLY, give(BEN, FERRY));
    accepted(give(ADA, FERRY.replace("lamp", "light")));
  }

  @Test
  void aRefusedWordIsNamed() {
    assertRefused(
        "This bot takes no poem with 'cunt' in it; please write it without.",
        give(ADA, "the moon, you C\u00DANNNT"));
    accepted(give(ADA, "the moon of Scunthorpe"));
  }

  @Test
  void whatTheModelKnowsIsRefused() {
    assertRefused(
        "Most of this poem stands in the texts that the model learned from first, so it knows it"
            + " already; please send another one.",
        give(ADA, "shall I compare thee"));
    accepted(give(ADA, "to what shall I compare this"));
  }

  @Test
  void aDayHasSoManyPoemsOfOnePerson() {
    for (String text : List.of("moon one", "moon two", "moon three")) {
      submissions.withdraw(accepted(give(ADA, text)).id(), ADA);
    }
    assertRefused(
        "You have given 3 poems in 24 hours, and more are not taken in a day; please go on"
            + " tomorrow.",
        give(ADA, "moon four"));
    accepted(give(BEN, "moon five"));
    var draft = new Draft(ADA, "server", "", "moon six", Permission.everything());
    assertInstanceOf(Accepted.class, submissions.submit(draft, true));
    clock.tick(Duration.ofHours(24).plusMillis(1));
    accepted(give(ADA, "moon four"));
  }
}
