package rhapsode.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rhapsode.testing.discord.FakeDiscord.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.testing.discord.Exchange;
import rhapsode.testing.discord.User;
import rhapsode.testing.telegram.BotMessage;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.FakeUser;

/** The packaged program on Discord and Telegram at once, and what it leaves behind. */
@Timeout(300)
class PackagedPlatformsIT {
  private static final int SECONDS_TO_END = 60;
  private static final int SIGTERM = 128 + 15;
  private static final String SECRET = "the-webhooks_secret-0123456789";

  @TempDir Path home;
  private final User gus = User.named("Gus");

  @Test
  void bothPlatformsAreServedUntilASignalAndNoSecretIsLeftBehind() throws Exception {
    try (var bot = new PackagedBot(home)) {
      bot.start().connected();
      aPoemASubmissionAndARefusalOnDiscord(bot);
      aPoemASubmissionAndARefusalOnTelegram(bot);
      assertEquals(SIGTERM, bot.terminate(SECONDS_TO_END));
      assertEquals(List.of(), bot.discord.violations());
      assertEquals(List.of(), bot.telegram.violations());
      assertTrue(bot.log().contains("Telegram: closed."), bot.log());
      leavesNoTraceOf(bot, bot.discord.token(), FakeTelegram.TOKEN);
    }
  }

  private void aPoemASubmissionAndARefusalOnDiscord(PackagedBot bot) {
    Exchange poem = bot.discord.slash(gus, bot.server, "poem", Map.of("seed", "moonlight"));
    String text = poem.message("quatrain by ").text();
    assertEquals(5, text.lines().count(), text);
    Exchange opened = bot.discord.slash(gus, bot.server, "poems submit", Map.of());
    bot.discord
        .submit(
            opened,
            options(
                "text", "The ferry hums\nacross the bay.", "title", "", "boxes", List.of("train")))
        .message("Thank you, poem 1 is safely stored.");
    Exchange refused = bot.discord.slash(gus, bot.server, "retrain", Map.of());
    assertTrue(refused.message("Only the owners of this bot").ephemeral());
  }

  private static void aPoemASubmissionAndARefusalOnTelegram(PackagedBot bot) {
    FakeUser ada = bot.telegram.user(7);
    ada.says("/poem moonlight");
    String text = bot.telegram.awaitMessage(7, "quatrain by ").text();
    assertEquals(6, text.lines().count(), text);
    ada.says("/submit A lamp is lit / at end of day train:yes display:yes attribution:no");
    bot.telegram.awaitMessage(7, "poem 2 is safely stored");
    ada.says("/retrain");
    bot.telegram.awaitMessage(7, "Only the owners of this bot");
  }

  private static void leavesNoTraceOf(PackagedBot bot, String... secrets) throws IOException {
    for (String secret : secrets) {
      assertEquals(List.of(), bot.filesWith(secret));
    }
    for (String part : Set.of(FakeTelegram.TOKEN.split(":")[1], "Bot " + bot.discord.token())) {
      assertEquals(List.of(), bot.filesWith(part));
    }
  }

  @Test
  void aWrongTokenIsOneSentenceAndTheOtherPlatformGoesOn() throws Exception {
    String wrong = "a-token-that-discord-does-not-know";
    int port = PackagedBot.freePort();
    String webhook =
        "webhook: {address: 'https://bot.example.org/hook', port: %d, secret: %s}"
            .formatted(port, SECRET);
    try (var bot = new PackagedBot(home)) {
      bot.discordToken(wrong).telegramSettings(webhook).start();
      bot.telegram.await("the webhook is set", () -> bot.telegram.secret().equals(SECRET));
      assertEquals(401, deliver(port, bot.telegram.user(8).says("/poem sea"), "a guess"));
      assertEquals(200, deliver(port, bot.telegram.user(7).says("/poem moonlight"), SECRET));
      BotMessage poem = bot.telegram.awaitMessage(7, "quatrain by ");
      assertTrue(poem.labels().contains("Another"), poem.labels().toString());
      assertEquals(SIGTERM, bot.terminate(SECONDS_TO_END));
      List<String> told = bot.log().lines().filter(line -> line.contains("Discord")).toList();
      assertEquals(1, told.size(), bot.log());
      assertTrue(told.get(0).contains("Discord refuses the token: copy it anew"), told.get(0));
      leavesNoTraceOf(bot, wrong, FakeTelegram.TOKEN, SECRET);
    }
  }

  private static int deliver(int port, ObjectNode update, String secret) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hook"))
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(HttpRequest.BodyPublishers.ofString(update.toString()))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
