package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.fuzz.Fuzz;
import rhapsode.testing.fuzz.JsonMutation;
import rhapsode.testing.fuzz.Mutation;
import rhapsode.testing.fuzz.Nasty;
import rhapsode.testing.fuzz.Shrinker;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.wording.Phrase;

/**
 * Updates as Telegram never sends them, or does not send them yet, through both doors of the whole
 * bot: whatever came before, the next good update is answered, and once.
 */
class TelegramFuzzTest {
  /** The other half is Discord's. */
  private static final int PAYLOADS = Fuzz.count("payloads", 800) / 2;

  private static final int BATCH = Math.min(1000, PAYLOADS / 2);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** For all that is answered before the good one, on a machine that others use too. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MOST_TRIES = 3;
  private static final String SECRET = "a-secret_of_16ch";
  private static final long GOOD = 4242;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<ObjectNode> examples = examples();

  private static List<ObjectNode> examples() {
    try (var telegram = new FakeTelegram()) {
      var gus = telegram.user(7);
      var below = new BotMessage(-5, 3, "poem", "poem", keyboard(), true, 0, 0, false);
      return List.of(
          gus.says("/poem moon"),
          gus.speaking("de").says("/submit The moon\nis late"),
          gus.says("/review", -5),
          gus.says("/poem@rhapsode_bot sea", -1_000_000_000_007L),
          gus.saysInTopic("/poem tide", -1_000_000_000_008L, 4),
          gus.says("just words"),
          gus.says("/start poem_moon"),
          gus.says("/cancel"),
          gus.replies(below, "an answer"),
          gus.pressesData(below, "like:1"),
          gus.pressesData(below, "?abc:train:0"),
          gus.asksInline("moonlight"),
          gus.seesMigration(-5, -1_000_000_000_005L));
    }
  }

  private static ObjectNode keyboard() {
    ObjectNode keyboard = JSON.createObjectNode();
    ArrayNode row = keyboard.putArray("inline_keyboard").addArray();
    for (String data : List.of("like:1", "?abc:train:0")) {
      row.addObject().put("text", "?").put("callback_data", data);
    }
    return keyboard;
  }

  private List<ObjectNode> batch(Random random) {
    var updates = new ArrayList<ObjectNode>();
    for (int i = 0; i < BATCH; i++) {
      ObjectNode update = JsonMutation.of(Nasty.one(examples, random), Set.of("update_id"), random);
      updates.add(update.put("update_id", 10_000 + i - (random.nextInt(20) == 0 ? 1 : 0)));
    }
    return updates;
  }

  private static RunningBot bot() {
    // What it says of updates that it cannot read would fill the disk.
    ((Logger) LoggerFactory.getLogger("rhapsode.telegram")).setLevel(Level.ERROR);
    return RunningBot.waiting(
        new Router(
            Fakes.commands(
                new Fakes.FakePoet(),
                new Community(),
                new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy"))))));
  }

  @Test
  void fetchedUpdatesDoNotStopTheNext() {
    Fuzz.of("telegram, fetched, " + BATCH + " an input", this::batch, Shrinker.list())
        .within(LONGEST)
        .run(
            PAYLOADS / 2 / BATCH,
            updates -> {
              try (var bot = bot()) {
                updates.forEach(bot.server::sendRaw);
                bot.server.numbersFrom(20_000);
                bot.server.user(GOOD).says("/poem good");
                bot.start();
                awaitAnswer(bot, "About good");
                answeredOnce(bot);
              }
            });
  }

  private static void awaitAnswer(RunningBot bot, String text) {
    bot.server.await(
        "no answer " + text,
        PATIENCE,
        () -> bot.server.messages(GOOD).stream().anyMatch(m -> m.text().contains(text)));
  }

  private static void answeredOnce(RunningBot bot) {
    bot.server.user(GOOD).says("/poem last");
    awaitAnswer(bot, "About last");
    assertEquals(2, bot.server.messages(GOOD).size());
  }

  @Test
  void deliveredUpdatesDoNotStopTheNext() {
    Fuzz.of("telegram, delivered, " + BATCH + " an input", this::batch, Shrinker.list())
        .within(LONGEST)
        .run(
            PAYLOADS / 2 / BATCH,
            updates -> {
              try (var bot = bot()) {
                var address = URI.create("https://bot.example.org/telegram");
                bot.webhook(new TelegramSettings.Webhook(address, "127.0.0.1", 0, SECRET)).start();
                bot.awaitState("connected, by webhook");
                var random = new Random(updates.size());
                for (ObjectNode update : updates) {
                  int status = send(bot, request(update.toString(), random));
                  assertTrue(Set.of(200, 400, 401, 405).contains(status), "status " + status);
                }
                bot.server.numbersFrom(20_000);
                ObjectNode good = bot.server.user(GOOD).says("/poem good");
                for (int i = 0; i < 2; i++) {
                  assertEquals(200, send(bot, post(good.toString())));
                }
                awaitAnswer(bot, "About good");
                ObjectNode last = bot.server.user(GOOD).says("/poem last");
                assertEquals(200, send(bot, post(last.toString())));
                awaitAnswer(bot, "About last");
                assertEquals(2, bot.server.messages(GOOD).size());
              }
            });
  }

  @AfterAll
  static void speakAgain() {
    ((Logger) LoggerFactory.getLogger("rhapsode.telegram")).setLevel(null);
  }

  private interface Request {
    HttpRequest.Builder to(HttpRequest.Builder request);
  }

  private static Request post(String body) {
    return r ->
        r.header(WebhookDoor.HEADER, SECRET).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static Request request(String update, Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> post(Mutation.of(update, List.of(update), random));
      case 1 -> post("[".repeat(1 + random.nextInt(100_000)));
      case 2 -> post("{\"update_id\":1,\"message\":".repeat(1 + random.nextInt(3_000)));
      case 3 -> r -> r.header(WebhookDoor.HEADER, SECRET).GET();
      case 4 ->
          r ->
              r.header(WebhookDoor.HEADER, SECRET.substring(random.nextInt(4)) + "x")
                  // A long body that nobody reads would break the connection off.
                  .POST(HttpRequest.BodyPublishers.ofString("{}"));
      case 5 ->
          r ->
              r.header(WebhookDoor.HEADER, SECRET)
                  .POST(
                      HttpRequest.BodyPublishers.ofByteArray(
                          Mutation.of(
                              update.getBytes(java.nio.charset.StandardCharsets.UTF_16), random)));
      default -> post(update);
    };
  }

  /** As Telegram does it: what had no answer is delivered again, but not for ever. */
  private int send(RunningBot bot, Request request) throws Exception {
    var address = URI.create("http://127.0.0.1:" + bot.bot().webhookPort() + "/telegram");
    HttpRequest built = request.to(HttpRequest.newBuilder(address)).build();
    for (int tries = 1; ; tries++) {
      try {
        return http.send(built, HttpResponse.BodyHandlers.discarding()).statusCode();
      } catch (IOException e) {
        // After a refusal the server closes its connection, perhaps as the next one begins on it.
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }
}
