package rhapsode.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.FakeDiscord;
import rhapsode.testing.discord.Message;
import rhapsode.testing.discord.Place;
import rhapsode.testing.discord.User;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.JsonMutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;
import rhapsode.wording.Phrase;

/**
 * Interactions that were changed on their way, through the gateway of JDA into the whole bot:
 * whatever came before, the next good one is answered, and none is acknowledged twice.
 */
class DiscordFuzzTest {
  /** The other half is Telegram's. */
  private static final int PAYLOADS = Fuzz.count("payloads", 800) / 2;

  private static final int BATCH = Math.min(1000, PAYLOADS);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** Without these the answer would not find its way back. */
  private static final Set<String> KEPT = Set.of("id", "token", "application_id");

  private final DiscordBot bot =
      new DiscordBot(
          Fakes.commands(
              new Fakes.FakePoet(),
              new Community(),
              new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy")))));

  /** A payload is made when it is sent, as it needs a fresh number; here is all it is made of. */
  private record Payload(long seed) {}

  @BeforeEach
  void connect() {
    // JDA tells of each event that it cannot read at length.
    ((Logger) LoggerFactory.getLogger("net.dv8tion")).setLevel(Level.OFF);
    bot.connect();
  }

  @AfterEach
  void close() {
    bot.close();
    ((Logger) LoggerFactory.getLogger("net.dv8tion")).setLevel(null);
  }

  private static List<Payload> batch(Random random) {
    var payloads = new ArrayList<Payload>();
    for (int i = 0; i < BATCH; i++) {
      payloads.add(new Payload(random.nextLong()));
    }
    return payloads;
  }

  @Test
  void changedInteractionsDoNotStopTheNext() {
    Message poem = good().message("About good");
    Fuzz.of("discord, " + BATCH + " an input", DiscordFuzzTest::batch, Shrinker.list())
        .within(LONGEST)
        .run(
            PAYLOADS / BATCH,
            payloads -> {
              var exchanges = new ArrayList<Exchange>();
              for (Payload payload : payloads) {
                exchanges.add(sent(poem, new Random(payload.seed())));
              }
              bot.discord.tampers(UnaryOperator.identity());
              Exchange good = good();
              good.message("About good");
              assertEquals(1, good.acknowledgements());
              assertEquals(1, good.now().size());
              for (Exchange exchange : exchanges) {
                assertTrue(exchange.acknowledgements() <= 1, exchange::toString);
              }
            });
  }

  private Exchange good() {
    return bot.discord.slash(bot.ada, bot.server, "poem", Map.of("seed", "good"));
  }

  private Exchange sent(Message poem, Random random) {
    FakeDiscord discord = bot.discord;
    discord.tampers(json -> JsonMutation.of(json, KEPT, random));
    User user = Nasty.one(List.of(bot.gus, bot.olga), random);
    Place place = Nasty.one(List.of(bot.server, Place.directMessage(), Place.elsewhere()), random);
    return switch (random.nextInt(6)) {
      case 0 -> discord.slash(user, place, "poems mine", Map.of());
      case 1 -> discord.slash(user, place, "poems submit", Map.of());
      case 2 -> discord.slash(user, place, "review", Map.of("number", 1));
      case 3 -> discord.pressId(user, place, poem, "like:1");
      case 4 -> discord.pressId(user, place, poem, pressable(random));
      default ->
          discord.slash(
              user,
              place,
              "poem",
              FakeDiscord.options("seed", "moon", "temperature", 0.7, "proof", true));
    };
  }

  /** Discord takes ids of 1 to 100 characters. */
  private static String pressable(Random random) {
    String id = Nasty.word(random) + ":1";
    return id.substring(0, Math.min(100, id.length()));
  }
}
