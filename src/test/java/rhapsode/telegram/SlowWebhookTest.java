package rhapsode.telegram;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rhapsode.chat.Router;
import rhapsode.testing.SettableClock;

/** Clients of the webhook that never end what they begin. */
@Timeout(60)
class SlowWebhookTest {
  private static final String SECRET = "a-secret_of_16ch";
  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final String BEGUN = "POST /telegram HTTP/1.1\r\nHost: a\r\nX: ";
  private static final String PROMISED =
      "POST /telegram HTTP/1.1\r\nHost: a\r\n%s: %s\r\nContent-Length: 9999\r\n\r\n{"
          .formatted(WebhookDoor.HEADER, SECRET);

  @TempDir private Path folder;
  private final QuietLine quiet = new QuietLine();
  private final SettableClock clock = new SettableClock();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Socket> clients = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    quiet.close();
  }

  private WebhookDoor door(Executor threads) throws IOException {
    var dialogues = new Dialogues(new FileShelf(folder.resolve("dialogues")), clock);
    var ledger = new FolderLedger(new FileShelf(folder.resolve("updates")));
    var front =
        new Front(quiet.of(List.of()), new Router(List.of()), clock, dialogues, QuietLine.NOBODY);
    var inbox = new Inbox(ledger, new Lanes(Runnable::run), QuietLine.NOBODY, front);
    var settings =
        new TelegramSettings.Webhook(
            URI.create("https://bot.example.org/telegram"), "127.0.0.1", 0, SECRET);
    return new WebhookDoor(settings, inbox, threads, DEADLINE);
  }

  private void client(int port, String text) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    clients.add(socket);
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private CompletableFuture<Integer> post(int port, int update) {
    var address = URI.create("http://127.0.0.1:" + port + "/telegram");
    return http.sendAsync(
            HttpRequest.newBuilder(address)
                .header(WebhookDoor.HEADER, SECRET)
                .POST(HttpRequest.BodyPublishers.ofString("{\"update_id\":" + update + "}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  @Test
  void whoNeverEndsIsCutOffAndKeepsNobodyOut() throws Exception {
    Executor another = task -> new Thread(task).start();
    try (var door = door(another)) {
      assertEquals(200, post(door.port(), 4).join());
      for (int i = 0; i < 2 * WebhookDoor.THREADS; i++) {
        client(door.port(), i % 2 == 0 ? BEGUN : PROMISED);
      }
      assertEquals(200, post(door.port(), 5).join());
      for (Socket client : clients) {
        assertTrue(client.getInputStream().read() < 0, "cut off without an answer");
      }
      assertEquals(200, post(door.port(), 6).join());
    }
  }

  /** What is cut off is the reading alone: a thread inside a database must not be interrupted. */
  @Test
  void anUpdateIsTakenOnAnotherThread() throws Exception {
    var tasks = new LinkedBlockingQueue<Runnable>();
    try (var door = door(tasks::add)) {
      CompletableFuture<Integer> answer = post(door.port(), 5);
      Runnable taking = tasks.take();
      assertFalse(answer.isDone());
      taking.run();
      assertEquals(200, answer.join());
    }
  }
}
