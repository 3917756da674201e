package rhapsode.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import rhapsode.http.DeadlineExecutor;

/**
 * Where Telegram delivers updates itself. Whoever does not know the secret is turned away, and
 * whoever does not end a request in time is cut off. Thread-safe.
 */
final class WebhookDoor implements AutoCloseable {
  /** Comes with each delivery. */
  static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /**
   * On which requests are read; whoever takes long must not keep Telegram's work from being done.
   */
  static final int THREADS = 8;

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int LONGEST_BODY = 1 << 20;
  private static final int BACKLOG = 100;
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);

  private final byte[] secret;
  private final Inbox inbox;
  private final Executor taking;
  private final DeadlineExecutor reading;
  private final HttpServer server;

  /**
   * Opens at once.
   *
   * @param taking where updates are taken, which may be written to a database: never interrupted
   * @throws IOException if the port is taken
   */
  WebhookDoor(TelegramSettings.Webhook settings, Inbox inbox, Executor taking) throws IOException {
    this(settings, inbox, taking, DEADLINE);
  }

  WebhookDoor(TelegramSettings.Webhook settings, Inbox inbox, Executor taking, Duration deadline)
      throws IOException {
    this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    this.inbox = inbox;
    this.taking = taking;
    server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
    reading = new DeadlineExecutor("telegram-webhook", THREADS, deadline);
    server.setExecutor(reading);
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /**
   * What was asked for.
   *
   * @param update what is to be taken
   * @param refusal the status of the answer if there is nothing to be
   */
  private record Request(Optional<Update> update, int refusal) {
    static Request refused(int status) {
      return new Request(Optional.empty(), status);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    Request request = read(exchange);
    if (request.update().isPresent()) {
      taking.execute(() -> answer(exchange, take(request.update().get())));
    } else {
      answer(exchange, request.refusal());
    }
  }

  private Request read(HttpExchange exchange) throws IOException {
    String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst(HEADER)).orElse("");
    // In constant time: the answer must not tell how much of a guess was right.
    if (!MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
      LOG.warn("Somebody without the secret called the webhook");
      return Request.refused(401);
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Request.refused(405);
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return Request.refused(413);
    }
    Optional<Update> update = Legible.update(body);
    if (update.isEmpty()) {
      LOG.warn("The webhook was given something that is no update");
    }
    return new Request(update, 400);
  }

  /** 200 if the update is written down; with anything else Telegram keeps it. */
  private int take(Update update) {
    try {
      return inbox.accept(List.of(update)) ? 200 : 503;
    } catch (RuntimeException e) {
      LOG.error("An update from the webhook could not be taken", e);
      return 500;
    }
  }

  private static void answer(HttpExchange exchange, int status) {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    } catch (IOException e) {
      LOG.debug("Whoever called the webhook does not wait for an answer", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    reading.close();
  }
}
