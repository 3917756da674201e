package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.testing.discord.FakeDiscord.options;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.community.ConsentText;
import rhapsode.learning.Lesson;
import rhapsode.learning.ModelVersion;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.Reports;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.Message;
import rhapsode.testing.discord.Place;

/** Every command as people give it on Discord, and what Discord receives. */
class DiscordConversationTest {
  private final ManualSchool school = new ManualSchool();
  private final DiscordBot bot =
      new DiscordBot(Fakes.commands(new Fakes.FakePoet(), new Community(), school));

  @BeforeEach
  void connect() {
    bot.connect();
  }

  @AfterEach
  void end() {
    bot.end();
  }

  private Exchange give(String path, Object... options) {
    return bot.discord.slash(bot.gus, bot.server, path, options(options));
  }

  private static void acknowledgedOnce(Exchange exchange, int type, boolean ephemeral) {
    JsonNode acknowledgement = exchange.acknowledgement();
    assertEquals(type, acknowledgement.path("type").asInt());
    int flags = acknowledgement.path("data").path("flags").asInt();
    assertEquals(ephemeral, (flags & 64) != 0, acknowledgement.toString());
    assertEquals(1, exchange.acknowledgements());
  }

  @Test
  void aPoemTakesThePlaceOfTheDots() {
    Exchange poem = give("poem", "seed", "the moon", "form", "haiku", "temperature", 0.5);
    Message message = poem.message("About the moon");
    acknowledgedOnce(poem, 5, false);
    assertEquals("About the moon\na little verse.\n-# haiku by fake, no. 1", message.text());
    assertEquals(
        List.of("Another=another:1", "Like=like:1", "Proof=proof:1", "Delete=erase:1"),
        message.buttons());
    assertFalse(message.ephemeral());
    assertEquals(1, poem.now().size());
  }

  @Test
  void onesDataIsAFileForOnesOwnEyes() {
    give("poem", "seed", "moon").message("About moon");
    Message data = give("mydata export").message("Stored about you");
    assertTrue(data.ephemeral());
    assertEquals("rhapsode-data-2026-11-24.json", data.files().get(0).name());
    Message question = give("mydata delete").message("All of it would be erased");
    assertTrue(question.ephemeral());
    Exchange pressed = bot.discord.press(bot.gus, bot.server, question, "Erase it all");
    assertEquals(List.of(), pressed.message("It is all erased").buttons());
  }

  @Test
  void aPoemInADirectMessageAndOneWhereTheBotIsNoMember() {
    for (Place place : List.of(Place.directMessage(), Place.elsewhere())) {
      Exchange poem = bot.discord.slash(bot.gus, place, "poem", Map.of("seed", "rain"));
      poem.message("About rain");
      acknowledgedOnce(poem, 5, false);
    }
  }

  @Test
  void marksInASeedAreShownAsTheyAre() {
    String text = give("poem", "seed", "**a** <@1> #b").message("verse").text();
    assertTrue(text.startsWith("About \\*\\*a\\*\\* \\<@1\\> #b\n"), text);
  }

  @Test
  void aPoemThatCannotBeWrittenIsSaidToTheAskerAlone() {
    Exchange declined = give("poem", "seed", "nothing");
    Message message = declined.message("Name at least one word");
    acknowledgedOnce(declined, 5, false);
    assertTrue(message.ephemeral());
    assertEquals(1, declined.now().size());
  }

  @Test
  void aWrongFormIsAnsweredToTheAskerAlone() {
    Exchange wrong = give("poem", "seed", "rain", "form", "hiaku");
    Message message = wrong.message("did you mean haiku?");
    acknowledgedOnce(wrong, 5, true);
    assertTrue(message.ephemeral());
  }

  @Test
  void aCrashIsOneSentence() {
    Message message = give("poem", "seed", "crash").message("not your fault");
    assertTrue(message.ephemeral());
    assertFalse(message.text().contains("secret"));
  }

  @Test
  void formsAreSuggestedWhileTheyAreTyped() {
    List<String> all =
        bot.discord.suggestions(
            bot.gus, bot.server, "poem", options("seed", "rain", "form", ""), "form");
    assertTrue(all.contains("haiku=haiku"), all.toString());
    assertTrue(all.size() <= 25);
    assertEquals(
        List.of("haiku=haiku"),
        bot.discord.suggestions(bot.gus, bot.server, "poem", options("form", "hai"), "form"));
  }

  @Test
  void anotherPoemComesBelow() {
    Message first = give("poem", "seed", "rain").message("About rain");
    Exchange another = bot.discord.press(bot.ada, bot.server, first, "Another");
    acknowledgedOnce(another, 6, false);
    Message second = another.message("no. 2");
    assertEquals("About rain\na little verse.\n-# quatrain by fake, no. 2", second.text());
    assertFalse(second.ephemeral());
  }

  @Test
  void aLikeIsCountedOnTheButton() {
    Message poem = give("poem", "seed", "rain").message("About rain");
    Exchange like = bot.discord.press(bot.ada, bot.server, poem, "Like");
    acknowledgedOnce(like, 6, false);
    Message liked = like.message(m -> m.buttons().contains("Like (1)=like:1"), "like");
    assertEquals(poem.id(), liked.id());
    Exchange unlike = bot.discord.press(bot.ada, bot.server, liked, "Like (1)");
    unlike.message(m -> m.edits() == 2 && m.buttons().contains("Like=like:1"), "unlike");
  }

  @Test
  void aProofIsForWhoAsksForIt() {
    Message poem = give("poem", "seed", "rain").message("About rain");
    Exchange proof = bot.discord.press(bot.ada, bot.server, poem, "Proof");
    Message shown = proof.message("syllables");
    acknowledgedOnce(proof, 6, false);
    assertTrue(shown.ephemeral());
  }

  @Test
  void onlyWhoAskedForAPoemDeletesIt() {
    Message poem = give("poem", "seed", "rain").message("About rain");
    Exchange others = bot.discord.press(bot.ada, bot.server, poem, "Delete");
    assertTrue(others.message("Only who asked for a poem can delete it.").ephemeral());
    assertEquals(2, others.now().size());
    Exchange own = bot.discord.press(bot.gus, bot.server, poem, "Delete");
    assertTrue(own.message("Poem 1 is gone.").ephemeral());
    assertEquals(1, own.now().size());
    Exchange late = bot.discord.press(bot.ada, bot.server, poem, "Like");
    assertTrue(late.message("I no longer have that poem.").ephemeral());
  }

  @Test
  void buttonsWorkAfterARestart() {
    Message poem = give("poem", "seed", "rain").message("About rain");
    bot.restart(1);
    Exchange like = bot.discord.press(bot.ada, bot.server, poem, "Like");
    like.message(m -> m.buttons().contains("Like (1)=like:1"), "like after the restart");
    acknowledgedOnce(like, 6, false);
  }

  @Test
  void aButtonThatIsNoneIsOneSentence() {
    Message poem = give("poem", "seed", "rain").message("About rain");
    for (String id : List.of("nonsense", "review:1", "retrain:1", "poem:rain")) {
      Exchange dead = bot.discord.pressId(bot.gus, bot.server, poem, id);
      acknowledgedOnce(dead, 4, true);
      assertTrue(dead.message("This button no longer does anything.").ephemeral());
    }
    Exchange odd = bot.discord.pressId(bot.gus, bot.server, poem, "like:many");
    assertTrue(odd.message("whole number").ephemeral());
  }

  @Test
  void theFormsAreListed() {
    Exchange forms = give("forms");
    forms.message("haiku: ");
    acknowledgedOnce(forms, 5, false);
  }

  @Test
  void aPoemIsGivenInAModalWithItsConsent() {
    Exchange opened = give("poems submit");
    acknowledgedOnce(opened, 9, false);
    JsonNode modal = opened.acknowledgement().path("data");
    assertEquals("Gives a poem of yours to Rhapsode.", modal.path("title").asText());
    assertEquals(4, modal.path("components").size());
    JsonNode notice = modal.path("components").get(0);
    assertEquals(Markdown.escape(ConsentText.current().text()), notice.path("content").asText());
    JsonNode boxes = modal.path("components").get(3).path("component");
    assertEquals(3, boxes.path("options").size());
    assertEquals(0, boxes.path("min_values").asInt(-1));
    assertFalse(boxes.path("required").asBoolean());
    boxes.path("options").forEach(box -> assertFalse(box.path("default").asBoolean()));

    Exchange given =
        bot.discord.submit(
            opened,
            options(
                "text",
                "The ferry hums\nacross the bay.",
                "title",
                "Ferry",
                "boxes",
                List.of("train")));
    Message thanks = given.message("Thank you, poem 1 is safely stored.");
    acknowledgedOnce(given, 5, true);
    assertTrue(thanks.ephemeral());

    Message mine = give("poems mine").message("Ferry");
    assertTrue(mine.ephemeral());
    assertTrue(
        mine.text().startsWith("1\\. Ferry (pending; training yes, display no, name no)"),
        mine.text());
  }

  @Test
  void ownPoemsAreSuggestedAndTakenBack() {
    bot.discord
        .submit(
            give("poems submit"),
            options(
                "text", "One line\nand one more.", "title", "Late", "boxes", List.of("display")))
        .message("Thank you");
    assertEquals(
        List.of("1. Late=1"),
        bot.discord.suggestions(
            bot.gus, bot.server, "poems withdraw", options("number", "la"), "number"));
    assertEquals(
        List.of(),
        bot.discord.suggestions(
            bot.ada, bot.server, "poems withdraw", options("number", ""), "number"));
    Exchange back = give("poems withdraw", "number", 1);
    assertTrue(back.message("Poem 1 is erased").ephemeral());
    acknowledgedOnce(back, 5, true);
    assertTrue(give("poems withdraw", "number", 1).message("You have no poem 1").ephemeral());
  }

  @Test
  void aTrainingIsForOwners() {
    Exchange refused = give("retrain");
    assertTrue(refused.message("Only the owners of this bot can use /retrain.").ephemeral());
    acknowledgedOnce(refused, 5, true);
  }

  @Test
  void aTrainingKeepsOneMessageUpToDate() {
    Exchange training = bot.discord.slash(bot.olga, bot.server, "retrain", Map.of());
    acknowledgedOnce(training, 5, false);
    training.message("Learning: getting the poems ready…");
    awaitProgress(training::now, 40);
    school.ends(promoted());
    Message last = training.message("Learned from 7 poems");
    Message ballot = training.message("About moonlight, before (base)");
    assertEquals(List.of(last, ballot), training.now());
  }

  /** Progress is left out while the one before it is on its way. */
  private void awaitProgress(Supplier<List<Message>> messages, int percent) {
    // Once: with each turn it would soon be so late that the interaction's token is over.
    bot.clock.tick(Duration.ofSeconds(3));
    DiscordBot.await(
        () -> {
          school.reaches(percent);
          return messages.get().stream().anyMatch(m -> m.text().contains(percent + "%"));
        });
  }

  private static Lesson promoted() {
    return new Lesson.Promoted(
        new ModelVersion(
            "base-2", "base", Instant.EPOCH, 7, 90, 80, ModelVersion.State.IN_SERVICE, null),
        Reports.GOOD);
  }

  @Test
  void aTrainingThatOutlivesItsTokenGoesOnInTheChannel() {
    Exchange training = bot.discord.slash(bot.olga, bot.server, "retrain", Map.of());
    training.message("Learning: getting the poems ready…");
    training.expire();
    bot.clock.tick(Duration.ofMinutes(16));
    awaitProgress(bot.discord::posted, 50);
    Message progress = bot.discord.posted("Learning: 50%");
    awaitProgress(bot.discord::posted, 60);
    assertEquals(progress.id(), bot.discord.posted("60%").id());
    school.ends(promoted());
    bot.discord.posted("Learned from 7 poems");
  }

  @Test
  void aTokenThatDiesEarlyIsNoLoss() {
    Exchange training = bot.discord.slash(bot.olga, bot.server, "retrain", Map.of());
    training.message("Learning: getting the poems ready…");
    training.expire();
    school.ends(promoted());
    bot.discord.posted("Learned from 7 poems");
  }

  @Test
  void theModelTellsItsStatus() {
    Exchange status = give("model status");
    assertFalse(status.message("In service: base").ephemeral());
    acknowledgedOnce(status, 5, false);
  }

  @Test
  void privacyAndHelpAreForTheAsker() {
    for (String path : List.of("privacy", "help")) {
      Exchange told = give(path);
      assertTrue(told.messages(1).get(0).ephemeral());
      acknowledgedOnce(told, 5, true);
    }
    assertTrue(
        give("help", "command", "poems submit").message("Gives a poem of yours").ephemeral());
    assertEquals(
        List.of("poems submit=poems submit"),
        bot.discord.suggestions(
            bot.gus, bot.server, "help", options("command", "subm"), "command"));
  }

  @Test
  void whatIsPressedOnlyIsNotRegistered() {
    assertThrows(IllegalArgumentException.class, () -> give("like", "number", 1));
  }
}
