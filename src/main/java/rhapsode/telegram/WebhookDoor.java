package rhapsode.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Where Telegram delivers updates itself. Whoever does not know the secret is turned away. */
final class WebhookDoor implements AutoCloseable {
  /** Comes with each delivery. */
  static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  private static final int LONGEST_BODY = 1 << 20;
  private static final int BACKLOG = 100;
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);

  private final byte[] secret;
  private final Inbox inbox;
  private final HttpServer server;

  /**
   * Opens at once.
   *
   * @throws IOException if the port is taken
   */
  WebhookDoor(TelegramSettings.Webhook settings, Inbox inbox, Executor threads) throws IOException {
    this.secret = settings.secret().getBytes(StandardCharsets.UTF_8);
    this.inbox = inbox;
    server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = status(exchange);
      if (status == 401) {
        LOG.warn("Somebody without the secret called the webhook");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** 200 if the update is written down; with anything else Telegram keeps it. */
  private int status(HttpExchange exchange) throws IOException {
    String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst(HEADER)).orElse("");
    // In constant time: the answer must not tell how much of a guess was right.
    if (!MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
      return 401;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return 405;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return 413;
    }
    Optional<Update> update = Legible.update(body);
    if (update.isEmpty()) {
      LOG.warn("The webhook was given something that is no update");
      return 400;
    }
    try {
      return inbox.accept(List.of(update.get())) ? 200 : 503;
    } catch (RuntimeException e) {
      LOG.error("An update from the webhook could not be taken", e);
      return 500;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
