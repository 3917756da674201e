package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.ManualSchool;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.User;

/** What those who run the bot do with it on Discord. */
class DiscordOwnersTest {
  private final DiscordBot bot =
      new DiscordBot(Fakes.commands(new Fakes.FakePoet(), new Community(), new ManualSchool()));

  @BeforeEach
  void connect() {
    bot.connect();
  }

  @AfterEach
  void end() {
    bot.end();
  }

  private Exchange give(User user, String path) {
    return bot.discord.slash(user, bot.server, path, Map.of());
  }

  @Test
  void everybodyReadsTheHistoryOfTrainings() {
    assertFalse(give(bot.gus, "model history").message("no training yet").ephemeral());
  }

  @Test
  void ownersAloneLetAnEarlierModelWrite() {
    assertTrue(give(bot.gus, "model rollback").message("Only the owners").ephemeral());
    assertFalse(give(bot.olga, "model rollback").message("base writes already").ephemeral());
  }

  @Test
  void ownersAloneReadHowTheBotStands() {
    for (User user : List.of(bot.gus, bot.olga)) {
      String sentence = user.equals(bot.olga) ? "In service: base" : "Only the owners";
      assertTrue(give(user, "status").message(sentence).ephemeral());
    }
  }
}
