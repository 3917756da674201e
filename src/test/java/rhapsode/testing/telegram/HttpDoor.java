package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTTP side: takes calls, gives answers, and can break all connections at once. What is done
 * for a call and its answer are one step to {@link #kill()}: neither happens without the other.
 */
final class HttpDoor implements AutoCloseable {
  static {
    // Without it the JDK's server answers 40 ms late (Nagle's algorithm and delayed
    // acknowledgement).
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> METHODS =
      Stream.of(
              "getMe",
              "getUpdates",
              "setWebhook",
              "deleteWebhook",
              "sendMessage",
              "sendPhoto",
              "sendDocument",
              "sendChatAction",
              "editMessageText",
              "editMessageCaption",
              "editMessageReplyMarkup",
              "deleteMessage",
              "answerCallbackQuery",
              "answerInlineQuery",
              "setMyCommands",
              "getMyCommands",
              "getChatMember",
              "getChatAdministrators")
          .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

  /** Answers a call while it holds the lock. */
  interface Desk {
    /** The answer, or none if the connection is to be closed. */
    Fault answer(String token, Call call) throws InterruptedException;
  }

  private final Object lock;
  private final Desk desk;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int kills;
  private final int port;

  HttpDoor(Object lock, Desk desk) {
    this.lock = lock;
    this.desk = desk;
    server = open(0);
    port = server.getAddress().getPort();
  }

  private HttpServer open(int at) {
    try {
      var opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 500);
      opened.setExecutor(threads);
      int life = kills;
      opened.createContext("/", exchange -> serve(exchange, life));
      opened.start();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** Breaks all connections; new ones are taken at once. */
  void kill() {
    synchronized (lock) {
      server.stop(0);
      kills++;
      server = open(port);
    }
  }

  private void serve(HttpExchange exchange, int life) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      byte[] body = exchange.getRequestBody().readAllBytes();
      Call call = call(path[path.length - 1], exchange, body);
      synchronized (lock) {
        if (life != kills) {
          return;
        }
        Fault answer = desk.answer(path[path.length - 2].substring("bot".length()), call);
        if (answer.status() > 0) {
          byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(answer.status(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.getResponseBody().close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call call(String method, HttpExchange exchange, byte[] body) throws IOException {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    var files = new LinkedHashMap<String, Integer>();
    ObjectNode parameters = JSON.createObjectNode();
    if (type.startsWith("multipart/form-data")) {
      Multipart.read(body, type.replaceFirst(".*boundary=", ""), parameters, files);
    } else if (body.length > 0) {
      parameters = (ObjectNode) JSON.readTree(body);
    }
    // Telegram does not look at the case of a method's name, and the client makes use of that.
    String name = METHODS.getOrDefault(method.toLowerCase(Locale.ROOT), method);
    return new Call(name, parameters, files, System.nanoTime());
  }

  @Override
  public void close() {
    synchronized (lock) {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
