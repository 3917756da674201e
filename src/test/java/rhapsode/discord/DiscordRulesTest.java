package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.testing.discord.FakeDiscord.options;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.card.PoemCards;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.Message;
import rhapsode.testing.discord.Place;
import rhapsode.testing.discord.User;

/** What Discord asks of every bot, shown on the bot's own commands. */
class DiscordRulesTest {
  /** Members, presences and the content of messages: those that Discord has to grant. */
  private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

  private static final int SUBCOMMAND = 1;

  /** German, Spanish in two ways, French and Portuguese. */
  private static final int LANGUAGES = 5;

  /** Loaded once: the first card takes a while. */
  private static final Optional<PoemCards> CARDS = PoemCards.load();

  private static final int NAME = 32;
  private static final int DESCRIPTION = 100;
  private static final int OPTIONS = 25;

  private final DiscordBot bot =
      new DiscordBot(
          Fakes.commands(new Fakes.FakePoet(), new Community(), new ManualSchool(), CARDS));

  @BeforeEach
  void connect() {
    bot.connect();
  }

  @AfterEach
  void end() {
    bot.end();
  }

  @Test
  void noPrivilegedIntentIsAskedFor() {
    int intents = bot.discord.identifies().get(0).path("intents").asInt(-1);
    assertEquals(0, intents & PRIVILEGED);
    assertTrue(intents <= 1, "of the others at most that of servers: " + intents);
  }

  @Test
  void everyCommandIsWithinItsLimitsInEveryLanguage() {
    JsonNode commands = bot.discord.commands("global");
    assertTrue(commands.size() > 5, commands.toString());
    commands.forEach(DiscordRulesTest::keepsLimits);
  }

  private static void keepsLimits(JsonNode described) {
    String name = described.path("name").asText();
    assertTrue(name.matches("[a-z-]{1," + NAME + "}"), name);
    boolean isBase = described.path("options").path(0).path("type").asInt() == SUBCOMMAND;
    int languages = described.path("description_localizations").size();
    assertEquals(isBase ? 0 : LANGUAGES, languages, name);
    described
        .path("description_localizations")
        .forEach(words -> assertTrue(words.asText().length() <= DESCRIPTION, words.asText()));
    assertTrue(described.path("description").asText().length() <= DESCRIPTION, name);
    assertTrue(described.path("options").size() <= OPTIONS, name);
    assertTrue(described.path("choices").size() <= OPTIONS, name);
    described.path("options").forEach(DiscordRulesTest::keepsLimits);
  }

  @Test
  void aModalIsNeverAnsweredByAModal() {
    Exchange opened = bot.discord.slash(bot.gus, bot.server, "poems submit", Map.of());
    Exchange sent =
        bot.discord.submit(opened, options("text", " ", "title", "", "boxes", List.of()));
    assertEquals(5, sent.acknowledgement().path("type").asInt());
    List<Message> told = sent.messages(1);
    assertTrue(told.get(0).ephemeral(), told.toString());
  }

  @Test
  void thePictureButtonDrawsThePoemWithItsWordsForThoseWhoDoNotSeeIt() {
    Exchange poem = bot.discord.slash(bot.gus, bot.server, "poem", Map.of("seed", "moon"));
    Exchange pressed =
        bot.discord.press(bot.ada, bot.server, poem.message("About moon"), "Picture");
    Message card = pressed.message(m -> !m.files().isEmpty(), "picture");
    assertTrue(card.files().get(0).description().contains("About moon"), card.toString());
    assertTrue(card.files().get(0).bytes().length > 5_000, "a picture of some size");
  }

  private String retrainAskedBy(String language, Place place) {
    User user = bot.gus.reading(language);
    return bot.discord.slash(user, place, "retrain", Map.of()).messages(1).get(0).text();
  }

  @Test
  void answersAreInTheUsersLanguageElseInTheServersElseInEnglish() {
    Place french = Place.elsewhere().speaking("fr");
    assertTrue(retrainAskedBy("de", french).contains("diesen Bot"));
    assertTrue(retrainAskedBy("ja", french).contains("de ce bot"));
    assertTrue(retrainAskedBy("ja", Place.elsewhere().speaking("ko")).contains("of this bot"));
    assertTrue(retrainAskedBy("es-419", Place.directMessage()).contains("este bot"));
  }
}
