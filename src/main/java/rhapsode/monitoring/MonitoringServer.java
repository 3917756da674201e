package rhapsode.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rhapsode.http.DeadlineExecutor;

/**
 * Answers {@code GET} and {@code HEAD} of a few fixed paths. A request that is not read and
 * answered within two seconds is broken off; a body is not read. Thread-safe.
 */
final class MonitoringServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MonitoringServer.class);
  private static final int THREADS = 8;
  private static final int BACKLOG = 50;
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final String TEXT = "text/plain; charset=utf-8";

  /** What stands at a path. */
  record Page(int status, String type, String body) {}

  private final Map<String, Supplier<Page>> pages;
  private final HttpServer server;
  private final DeadlineExecutor threads;

  /**
   * Opens at once.
   *
   * @param pages by their paths
   * @throws MonitoringException if it cannot listen there
   */
  MonitoringServer(Address address, Map<String, Supplier<Page>> pages) {
    this.pages = Map.copyOf(pages);
    var socket = new InetSocketAddress(address.host(), address.port());
    try {
      if (socket.isUnresolved()) {
        throw new IOException("there is no such host");
      }
      server = HttpServer.create(socket, BACKLOG);
    } catch (IOException e) {
      throw new MonitoringException(address, e);
    }
    threads = new DeadlineExecutor("monitoring", THREADS, DEADLINE);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      Page page = page(exchange);
      byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", page.type());
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      if (page.status() == 405) {
        headers.set("Allow", "GET, HEAD");
      }
      if (head) {
        headers.set("Content-Length", String.valueOf(body.length));
      }
      exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Page page(HttpExchange exchange) {
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return new Page(405, TEXT, "Only GET and HEAD.\n");
    }
    Supplier<Page> page = pages.get(exchange.getRequestURI().getPath());
    if (page == null) {
      return new Page(404, TEXT, "There are " + String.join(", ", paths()) + ".\n");
    }
    try {
      return page.get();
    } catch (RuntimeException e) {
      LOG.error("Monitoring could not answer {}", exchange.getRequestURI().getPath(), e);
      return new Page(500, TEXT, "This broke off; the log has the cause.\n");
    }
  }

  private Iterable<String> paths() {
    return pages.keySet().stream().sorted().toList();
  }

  /** Frees the port at once; whoever is being answered is cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
