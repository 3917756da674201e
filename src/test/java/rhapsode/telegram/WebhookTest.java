package rhapsode.telegram;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.chat.Router;
import rhapsode.learning.Lesson;
import rhapsode.testing.Community;
import rhapsode.testing.Fakes;
import rhapsode.testing.telegram.FakeTelegram;
import rhapsode.testing.telegram.Fault;
import rhapsode.wording.Phrase;

@Timeout(60)
class WebhookTest {
  private static final String SECRET = "a-secret_of_16ch";

  private final RunningBot bot =
      RunningBot.waiting(
          new Router(
              Fakes.commands(
                  new Fakes.FakePoet(),
                  new Community(),
                  new Fakes.FakeSchool(new Lesson.Declined(Phrase.of("retrain.busy"))))));
  private final FakeTelegram telegram = bot.server;
  private final HttpClient http = HttpClient.newHttpClient();

  private static TelegramSettings.Webhook webhook(int port) {
    return new TelegramSettings.Webhook(
        URI.create("https://bot.example.org/telegram"), "127.0.0.1", port, SECRET);
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private int post(String body, String secret) throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:" + bot.bot().webhookPort() + "/telegram");
    return http.send(
            HttpRequest.newBuilder(address)
                .header(WebhookDoor.HEADER, secret)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void updatesAreDeliveredAndAnsweredOnce() throws Exception {
    bot.webhook(webhook(0)).start();
    bot.awaitState("connected, by webhook");
    assertEquals("https://bot.example.org/telegram", telegram.webhook());
    assertEquals(SECRET, telegram.secret());
    ObjectNode update = telegram.user(7).says("/poem moon");
    assertEquals(200, post(update.toString(), SECRET));
    assertEquals(200, post(update.toString(), SECRET));
    telegram.awaitMessage(7, "About moon");
    bot.stop();
    bot.start();
    bot.awaitState("connected, by webhook");
    assertEquals(200, post(update.toString(), SECRET));
    assertEquals(200, post(telegram.user(7).says("/poem sea").toString(), SECRET));
    telegram.awaitMessage(7, "About sea");
    assertEquals(2, telegram.messages(7).size());
    assertEquals(0, telegram.polls());
  }

  @Test
  void whoDoesNotKnowTheSecretIsTurnedAway() throws Exception {
    bot.webhook(webhook(0)).start();
    bot.awaitState("connected, by webhook");
    ObjectNode update = telegram.user(7).says("/poem moon");
    assertEquals(401, post(update.toString(), "guess"));
    assertEquals(401, post(update.toString(), ""));
    assertEquals(400, post("nonsense", SECRET));
    assertEquals(413, post(" ".repeat((1 << 20) + 1), SECRET));
    assertEquals(List.of(), telegram.messages(7));
    assertFalse(bot.bot().state().contains(SECRET));
    assertFalse(webhook(0).toString().contains(SECRET));
  }

  @Test
  void aWebhookThatIsNotTakenIsTriedAgain() {
    telegram.fails("setWebhook", Fault.refused(400, "Bad Request: bad webhook"), Fault.dropped());
    bot.webhook(webhook(0)).start();
    bot.awaitState("connected, by webhook");
  }

  @Test
  void aPortThatIsTakenIsOneSentence() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      bot.webhook(webhook(taken.getLocalPort())).start();
      bot.awaitState("port " + taken.getLocalPort() + " for the webhook cannot be used");
    }
  }

  @Test
  void aSecretThatTelegramWouldNotTakeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TelegramSettings.Webhook(URI.create("https://x.org"), "::", 1, "two words"));
    assertThrows(IllegalArgumentException.class, () -> webhook(70_000));
  }

  /** Found by fuzzing: Telegram would have delivered it again and again. */
  @Test
  void anUpdateThatCannotBeReadIsTakenAndLeftOut() throws Exception {
    bot.webhook(webhook(0)).start();
    bot.awaitState("connected, by webhook");
    assertEquals(200, post("{\"update_id\":5,\"message\":{\"date\":{}}}", SECRET));
    assertEquals(400, post("{\"message\":{\"date\":1}}", SECRET));
    assertEquals(200, post(telegram.user(7).says("/poem moon").toString(), SECRET));
    telegram.awaitMessage(7, "About moon");
  }

  /** They had the four threads on which all of Telegram is answered. */
  @Test
  void clientsThatNeverEndDoNotKeepOthersFromBeingAnswered() throws Exception {
    bot.webhook(webhook(0)).start();
    bot.awaitState("connected, by webhook");
    var clients = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 6; i++) {
        var client = new Socket(InetAddress.getLoopbackAddress(), bot.bot().webhookPort());
        clients.add(client);
        client.getOutputStream().write("POST / HTTP/1.1\r\nX: ".getBytes(US_ASCII));
      }
      assertEquals(200, post(telegram.user(7).says("/poem moon").toString(), SECRET));
      telegram.awaitMessage(7, "About moon");
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
  }
}
