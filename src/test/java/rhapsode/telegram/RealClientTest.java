package rhapsode.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import rhapsode.testing.telegram.FakeTelegram;

/** The libraries as they come, against the server of the tests. */
class RealClientTest {
  @Test
  void theRealPollerGetsAnUpdateAndTheRealClientAnswers() throws Exception {
    ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();
    var polling =
        new TelegramBotsLongPollingApplication(ObjectMapper::new, OkHttpClient::new, () -> poller);
    try (var telegram = new FakeTelegram()) {
      var url = new TelegramUrl("http", "127.0.0.1", telegram.apiUrl().getPort(), false);
      var client = new OkHttpTelegramClient(new OkHttpClient(), FakeTelegram.TOKEN, url);
      polling.registerBot(
          FakeTelegram.TOKEN,
          () -> url,
          last -> GetUpdates.builder().offset(last + 1).timeout(5).build(),
          updates -> updates.forEach(update -> echo(client, update)));

      telegram.user(7).says("hello & goodbye");

      assertEquals("hello & goodbye", telegram.awaitMessage(7, "hello").text());
      telegram.await("never confirmed", () -> telegram.unconfirmed() == 0);
    } finally {
      polling.close();
      poller.shutdownNow();
    }
  }

  private static void echo(OkHttpTelegramClient client, Update update) {
    try {
      client.execute(
          SendMessage.builder()
              .chatId(update.getMessage().getChatId())
              .text(update.getMessage().getText())
              .build());
    } catch (TelegramApiException e) {
      throw new AssertionError(e);
    }
  }
}
