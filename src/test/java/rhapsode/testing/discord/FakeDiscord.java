package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Discord on loopback: what a bot sends is checked against the platform's limits and remembered;
 * what people do is sent to the bot; and all that goes wrong on the way can be had on demand.
 * Thread-safe.
 */
public final class FakeDiscord implements AutoCloseable {
  static {
    // Small answers are held back for 40 ms otherwise.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Ledger ledger = new Ledger();
  private final Identity identity = new Identity();
  private final Records records = new Records();
  private final Faults faults = new Faults();
  private final Gateway gateway = new Gateway(ledger, identity);
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeDiscord::daemon);
  private final String gatewayUrl;
  private final HttpServer server;
  private final RestApi api;
  private volatile UnaryOperator<ObjectNode> tampering = UnaryOperator.identity();

  /** Opens both doors on ports that are free. */
  public FakeDiscord() {
    try {
      gatewayUrl = gateway.begin();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    api = new RestApi(ledger, identity, records, gatewayUrl);
    server.createContext("/api/v10", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "fake-discord");
    thread.setDaemon(true);
    return thread;
  }

  private void handle(HttpExchange http) throws IOException {
    byte[] body = http.getRequestBody().readAllBytes();
    String path = http.getRequestURI().getPath().substring("/api/v10".length());
    String request = http.getRequestMethod() + " " + path;
    ledger.with(() -> records.request(request));
    Optional<Faults.Fault> fault = faults.of(request);
    int status = fault.map(Faults.Fault::status).orElse(0);
    long delay = fault.map(Faults.Fault::delayMillis).orElse(0L);
    if (delay > 0) {
      CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS)
          .execute(() -> answer(http, request, body, status));
    } else {
      answer(http, request, body, status);
    }
  }

  private void answer(HttpExchange http, String request, byte[] body, int status) {
    if (status == Faults.DROPPED) {
      http.close();
      return;
    }
    if (status != 0) {
      send(http, refused(http, status));
      return;
    }
    String path = request.substring(request.indexOf(' ') + 1);
    String type = Optional.ofNullable(http.getRequestHeaders().getFirst("Content-Type")).orElse("");
    try {
      send(http, allowed(http, path) ? api.answer(request, Multipart.read(type, body)) : denied());
    } catch (RuntimeException e) {
      identity.violation(request + " cannot be understood: " + e);
      send(http, RestApi.Answer.error(400, 0, e.toString()));
    }
  }

  private static RestApi.Answer refused(HttpExchange http, int status) {
    if (status == 429) {
      http.getResponseHeaders().set("Retry-After", "1");
      http.getResponseHeaders().set("X-RateLimit-Scope", "shared");
      ObjectNode limited = Json.object().put("message", "You are being rate limited.");
      return new RestApi.Answer(429, limited.put("retry_after", 0.3).put("global", false));
    }
    return RestApi.Answer.error(status, 0, "as a test wishes");
  }

  private static RestApi.Answer denied() {
    return RestApi.Answer.error(401, 0, "401: Unauthorized");
  }

  private boolean allowed(HttpExchange http, String path) {
    return path.startsWith("/interactions/")
        || path.startsWith("/webhooks/")
        || ("Bot " + identity.token()).equals(http.getRequestHeaders().getFirst("Authorization"));
  }

  /** A client that has hung up meanwhile hears nothing. */
  private static void send(HttpExchange http, RestApi.Answer answer) {
    http.getResponseHeaders().set("Via", "1.1 loopback");
    http.getResponseHeaders().set("Content-Type", "application/json");
    byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
    try (http) {
      http.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : body.length);
      if (answer.status() != 204) {
        http.getResponseBody().write(body);
      }
    } catch (IOException e) {
      http.close();
    }
  }

  // ---- how it is reached

  public String apiUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/";
  }

  public String gatewayUrl() {
    return gatewayUrl;
  }

  public String token() {
    return identity.token();
  }

  /** How many shards it asks bots to have. */
  public void shards(int number) {
    ledger.with(() -> records.shards(number));
  }

  /** A server that the bot is a member of; to be made before the bot connects. */
  public Place server() {
    Place place = Place.server();
    identity.guilds().add(place);
    return place;
  }

  public Faults faults() {
    return faults;
  }

  // ---- what people do

  /** Somebody gives a command. */
  public Exchange slash(User user, Place place, String path, Map<String, ?> options) {
    var exchange = begin(user, place, null);
    ObjectNode json = Interactions.of(exchange, 2, identity.id());
    json.set("data", Interactions.command(registered(place), path, options, ""));
    return send(exchange, json);
  }

  /** Somebody is typing an option's value; what is suggested, as {@code name=value}. */
  public List<String> suggestions(
      User user, Place place, String path, Map<String, ?> options, String focused) {
    var exchange = begin(user, place, null);
    ObjectNode json = Interactions.of(exchange, 4, identity.id());
    json.set("data", Interactions.command(registered(place), path, options, focused));
    var choices = new java.util.ArrayList<String>();
    send(exchange, json)
        .acknowledgement()
        .path("data")
        .path("choices")
        .forEach(c -> choices.add(c.path("name").asText() + "=" + c.path("value").asText()));
    return choices;
  }

  /** Somebody presses a button of a message, by its label. */
  public Exchange press(User user, Place place, Message message, String label) {
    String id =
        message.buttons().stream()
            .filter(button -> button.startsWith(label + "="))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + label + " in " + message))
            .substring(label.length() + 1);
    return pressId(user, place, message, id);
  }

  /** Somebody presses what has this id, whether there is such a button or not. */
  public Exchange pressId(User user, Place place, Message message, String customId) {
    var exchange = begin(user, place, message);
    ObjectNode json = Interactions.of(exchange, 3, identity.id());
    json.set("data", Interactions.press(customId));
    json.set("message", message.json(identity.id()));
    return send(exchange, json);
  }

  /** Somebody sends a modal that a command opened. */
  public Exchange submit(Exchange opened, Map<String, ?> values) {
    JsonNode modal = opened.acknowledgement().path("data");
    var exchange = begin(opened.user(), opened.place(), null);
    ObjectNode json = Interactions.of(exchange, 5, identity.id());
    json.set("data", Interactions.filled(modal, values));
    return send(exchange, json);
  }

  private Exchange begin(User user, Place place, @Nullable Message pressed) {
    var exchange = new Exchange(ledger, user, place, pressed);
    ledger.with(() -> records.begun(exchange));
    return exchange;
  }

  private Exchange send(Exchange exchange, ObjectNode json) {
    gateway.session(exchange.place()).dispatch("INTERACTION_CREATE", tampering.apply(json));
    return exchange;
  }

  /** Changes what people do on its way to the bot, from now on. */
  public void tampers(UnaryOperator<ObjectNode> with) {
    tampering = with;
  }

  private JsonNode registered(Place place) {
    JsonNode global = commands("global");
    JsonNode own = place.guild() == null ? Json.array() : commands(Json.id(place.guild()));
    return own.isEmpty() ? global : own;
  }

  // ---- what the gateway does

  /** Delivers each shard's latest event once more. */
  public void repeatLastEvent() {
    gateway.sessions().forEach(Session::repeatLast);
  }

  /** Connections break without a word. */
  public void cut() {
    wires().forEach(Wire::cut);
  }

  /** Connections are closed with a code. */
  public void close(int code) {
    wires().forEach(wire -> wire.close(code));
  }

  /** Asks shards to come again (op 7). */
  public void askToReconnect() {
    wires().forEach(wire -> wire.op(7, Json.object()));
  }

  /** Tells shards that their sessions are no more (op 9). */
  public void invalidate() {
    gateway.sessions().forEach(Session::die);
    wires().forEach(wire -> wire.op(9, com.fasterxml.jackson.databind.node.BooleanNode.FALSE));
  }

  private List<Wire> wires() {
    return gateway.sessions().stream()
        .map(Session::wire)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  // ---- what a test asks

  /** Waits until shards have said who they are, that often altogether. */
  public void awaitReady(int times) {
    gateway.awaitReady(times);
  }

  public void awaitResumes(int times) {
    gateway.awaitResumes(times);
  }

  public int resumes() {
    return gateway.resumes();
  }

  /** What shards said when they identified. */
  public List<JsonNode> identifies() {
    return gateway.identifies();
  }

  /** Commands of a scope: {@code global}, or a guild's id. */
  public JsonNode commands(String scope) {
    return ledger.with(() -> records.commands(scope).deepCopy());
  }

  /** Waits until commands of a scope are registered. */
  public JsonNode awaitCommands(String scope) {
    return ledger.await(
        "commands in " + scope,
        () -> Optional.<JsonNode>of(records.commands(scope)).filter(c -> !c.isEmpty()),
        () -> "requests " + records.requests());
  }

  /** All requests until now, as {@code METHOD /path}. */
  public List<String> requests() {
    return ledger.with(records::requests);
  }

  /** Waits for that many requests of a kind. */
  public void awaitRequests(String request, int count) {
    Predicate<String> kind = line -> line.matches(request);
    ledger.await(
        count + " times " + request,
        () ->
            records.requests().stream().filter(kind).count() >= count
                ? Optional.of(true)
                : Optional.empty(),
        () -> records.requests().toString());
  }

  /** Waits for a message in a channel that answers no interaction. */
  public Message posted(String text) {
    return ledger.await(
        "posted '" + text + "'",
        () -> records.posted().stream().filter(m -> m.text().contains(text)).findFirst(),
        () -> records.posted().toString());
  }

  /** Messages in channels that answer no interaction, as they stand now. */
  public List<Message> posted() {
    return ledger.with(() -> records.posted());
  }

  /** Waits until the bot did something that it must not. */
  public void awaitViolation(String beginning) {
    ledger.await(
        "violation " + beginning,
        () -> identity.violations().stream().filter(v -> v.startsWith(beginning)).findFirst(),
        () -> identity.violations().toString());
  }

  /** What the bot did that Discord refuses or people would mind. */
  public List<String> violations() {
    return identity.violations();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      gateway.stop(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Options in the order in which they are given. */
  public static Map<String, Object> options(Object... namesAndValues) {
    var options = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      options.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return options;
  }
}
