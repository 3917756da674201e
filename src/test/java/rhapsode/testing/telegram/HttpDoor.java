package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTTP side: takes calls, gives answers, and can break all connections at once. What is done
 * for a call and its answer are one step to {@link #kill()}: neither happens without the other.
 *
 * <p>The JDK's server cannot be killed so: a connection that it takes at the moment it is stopped
 * stays open, and nobody ever reads from it.
 */
final class HttpDoor implements AutoCloseable {
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
  private final ServerSocket door;

  /** Guarded by the lock. */
  private final Set<Socket> connections = new HashSet<>();

  HttpDoor(Object lock, Desk desk) {
    this.lock = lock;
    this.desk = desk;
    try {
      door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections; new ones are taken at once. */
  void kill() {
    synchronized (lock) {
      connections.forEach(HttpDoor::close);
      connections.clear();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = door.accept();
        synchronized (lock) {
          if (door.isClosed()) {
            close(connection);
            return;
          }
          connections.add(connection);
          threads.execute(() -> serve(connection));
        }
      }
    } catch (IOException e) {
      // The door was closed.
      return;
    }
  }

  /** One call after another, until either side ends the connection. */
  private void serve(Socket connection) {
    try {
      // Else the next answer waits for the acknowledgement of the last (Nagle's algorithm).
      connection.setTcpNoDelay(true);
      var in = new BufferedInputStream(connection.getInputStream());
      boolean open = true;
      while (open) {
        Optional<HttpRequest> request = HttpRequest.read(in);
        open = request.isPresent() && answer(request.get(), connection);
      }
    } catch (IOException e) {
      // The other side broke it off, or a kill did.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (lock) {
        connections.remove(connection);
        close(connection);
      }
    }
  }

  /** Whether the connection is to stay open. */
  private boolean answer(HttpRequest request, Socket connection)
      throws IOException, InterruptedException {
    String[] path = request.path().split("/");
    Call call = call(path[path.length - 1], request);
    synchronized (lock) {
      if (!connections.contains(connection)) {
        return false;
      }
      Fault answer = desk.answer(path[path.length - 2].substring("bot".length()), call);
      if (answer.status() == 0) {
        return false;
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 %d Answer\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(answer.status(), body.length);
      connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().write(body);
      return true;
    }
  }

  private static Call call(String method, HttpRequest request) throws IOException {
    String type = request.header("content-type");
    byte[] body = request.body().array();
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

  private static void close(Socket connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      try {
        door.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      kill();
      threads.shutdownNow();
    }
  }
}
