package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each route does. */
final class RestApi {
  /** An answer; no body with 204. */
  record Answer(int status, JsonNode body) {
    static Answer ok(JsonNode body) {
      return new Answer(200, body);
    }

    static Answer nothing() {
      return new Answer(204, Json.object());
    }

    static Answer error(int status, int code, String message) {
      return new Answer(status, Json.object().put("code", code).put("message", message));
    }
  }

  private interface Handler {
    Answer answer(Matcher path, Multipart request);
  }

  private record Route(Pattern request, Handler handler) {}

  private final Ledger ledger;
  private final Identity identity;
  private final Records records;
  private final String gatewayUrl;
  private final List<Route> routes;

  RestApi(Ledger ledger, Identity identity, Records records, String gatewayUrl) {
    this.ledger = ledger;
    this.identity = identity;
    this.records = records;
    this.gatewayUrl = gatewayUrl;
    String commands = "/applications/(\\d+)(?:/guilds/(\\d+))?/commands";
    String webhook = "/webhooks/(\\d+)/([^/]+)";
    routes =
        List.of(
            route("GET /users/@me", (path, request) -> Answer.ok(identity.user())),
            route("GET /gateway/bot", (path, request) -> gateway()),
            route("GET " + commands, (path, request) -> Answer.ok(records.commands(scope(path)))),
            route("PUT " + commands, this::overwrite),
            route("POST /interactions/(\\d+)/([^/]+)/callback", this::callback),
            route("GET " + webhook + "/messages/([^/]+)", this::read),
            route("PATCH " + webhook + "/messages/([^/]+)", this::edit),
            route("DELETE " + webhook + "/messages/([^/]+)", this::delete),
            route("POST " + webhook, this::followUp),
            route("POST /users/@me/channels", (path, request) -> direct(request)),
            route("POST /channels/(\\d+)/messages", this::post),
            route("PATCH /channels/(\\d+)/messages/(\\d+)", this::editPosted),
            route("DELETE /channels/(\\d+)/messages/(\\d+)", this::deletePosted));
  }

  private static Route route(String request, Handler handler) {
    return new Route(Pattern.compile(request), handler);
  }

  /** Answers a request, {@code METHOD /path}, with the ledger held. */
  Answer answer(String request, Multipart body) {
    for (Route route : routes) {
      Matcher path = route.request().matcher(request);
      if (path.matches()) {
        return ledger.with(() -> route.handler().answer(path, body));
      }
    }
    identity.violation("no such route: " + request);
    return Answer.error(404, 0, "404: Not Found");
  }

  private Answer gateway() {
    ObjectNode json = Json.object().put("url", gatewayUrl).put("shards", records.shards());
    json.putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 999)
        .put("reset_after", 0)
        .put("max_concurrency", Math.max(1, records.shards()));
    return Answer.ok(json);
  }

  private static String scope(Matcher path) {
    return path.group(2) == null ? "global" : path.group(2);
  }

  private Answer overwrite(Matcher path, Multipart request) {
    List<String> faults = Limits.ofCommands(request.payload());
    if (!faults.isEmpty()) {
      return invalid(faults, request.payload());
    }
    return Answer.ok(records.overwrite(scope(path), request.payload(), identity.id()));
  }

  private Answer invalid(List<String> faults, JsonNode payload) {
    faults.forEach(fault -> identity.violation(fault + " in " + payload));
    return Answer.error(400, 50035, "Invalid Form Body: " + faults);
  }

  private Answer callback(Matcher path, Multipart request) {
    Exchange exchange = records.exchange(path.group(2));
    if (exchange == null || exchange.id() != Long.parseLong(path.group(1))) {
      return Answer.error(404, 10062, "Unknown interaction");
    }
    JsonNode data = request.payload().path("data");
    int type = request.payload().path("type").asInt();
    List<String> faults =
        switch (type) {
          case Exchange.MESSAGE -> Limits.ofMessage(new Multipart(data, request.files()), true);
          case Exchange.MODAL -> Limits.ofModal(data);
          case Exchange.AUTOCOMPLETE -> Limits.ofChoices(data.path("choices"));
          default -> List.of();
        };
    if (!faults.isEmpty()) {
      return invalid(faults, request.payload());
    }
    if (!exchange.acknowledge(request.payload())) {
      return Answer.error(400, 40060, "Interaction has already been acknowledged.");
    }
    ObjectNode json = Json.object();
    json.putObject("interaction").put("id", Json.id(exchange.id())).put("type", type);
    ObjectNode resource = json.putObject("resource").put("type", type);
    if (type == Exchange.MESSAGE) {
      Message message = message(exchange.place().channel(), data, request);
      exchange.original(message);
      resource.set("message", message.json(identity.id()));
    }
    return Answer.ok(json);
  }

  private static Message message(long channel, JsonNode body, Multipart request) {
    return new Message(Snowflakes.next(), channel, body, request.files(), 0);
  }

  /** Why a token does not work, or null if it does. */
  private Answer refusal(Exchange exchange) {
    if (exchange == null || !exchange.acknowledged()) {
      return Answer.error(404, 10015, "Unknown Webhook");
    }
    return exchange.expired() ? Answer.error(401, 50027, "Invalid Webhook Token") : null;
  }

  private Answer read(Matcher path, Multipart request) {
    Exchange exchange = records.exchange(path.group(2));
    Answer refusal = refusal(exchange);
    return refusal != null
        ? refusal
        : exchange
            .find(path.group(3))
            .map(message -> Answer.ok(message.json(identity.id())))
            .orElseGet(RestApi::unknownMessage);
  }

  private static Answer unknownMessage() {
    return Answer.error(404, 10008, "Unknown Message");
  }

  private Answer edit(Matcher path, Multipart request) {
    Exchange exchange = records.exchange(path.group(2));
    Answer refusal = refusal(exchange);
    if (refusal != null) {
      return refusal;
    }
    List<String> faults = Limits.ofMessage(request, false);
    if (!faults.isEmpty()) {
      return invalid(faults, request.payload());
    }
    if (exchange.pending() && path.group(3).equals("@original")) {
      ObjectNode body = Json.copy(request.payload());
      body.put("flags", exchange.deferredEphemerally() ? Message.EPHEMERAL : 0);
      Message message = message(exchange.place().channel(), body, request);
      exchange.original(message);
      records.shown(message);
      return Answer.ok(message.json(identity.id()));
    }
    return exchange
        .find(path.group(3))
        .map(
            old -> {
              Message edited = old.edited(request.payload(), request.files());
              exchange.keep(edited);
              records.shown(edited);
              return Answer.ok(edited.json(identity.id()));
            })
        .orElseGet(RestApi::unknownMessage);
  }

  private Answer delete(Matcher path, Multipart request) {
    Exchange exchange = records.exchange(path.group(2));
    Answer refusal = refusal(exchange);
    if (refusal != null) {
      return refusal;
    }
    if (path.group(3).equals("@original")) {
      exchange.find("@original").ifPresent(message -> records.gone(message.id()));
      exchange.deleteOriginal();
    } else {
      exchange.delete(Long.parseLong(path.group(3)));
    }
    return Answer.nothing();
  }

  private Answer followUp(Matcher path, Multipart request) {
    Exchange exchange = records.exchange(path.group(2));
    Answer refusal = refusal(exchange);
    if (refusal != null) {
      return refusal;
    }
    List<String> faults = Limits.ofMessage(request, true);
    if (!faults.isEmpty()) {
      return invalid(faults, request.payload());
    }
    if (exchange.pending()) {
      identity.violation("a follow-up takes the place of what is awaited: " + exchange);
    }
    Message message = message(exchange.place().channel(), request.payload(), request);
    exchange.keep(message);
    records.shown(message);
    return Answer.ok(message.json(identity.id()));
  }

  private Answer direct(Multipart request) {
    long user = request.payload().path("recipient_id").asLong();
    ObjectNode json = Json.object().put("id", Json.id(user + 1)).put("type", 1);
    ArrayNode recipients = json.putArray("recipients");
    recipients.addObject().put("id", Json.id(user)).put("username", "somebody");
    return Answer.ok(json);
  }

  private Answer post(Matcher path, Multipart request) {
    List<String> faults = Limits.ofMessage(request, true);
    if (!faults.isEmpty()) {
      return invalid(faults, request.payload());
    }
    Message message = message(Long.parseLong(path.group(1)), request.payload(), request);
    records.posted(message);
    return Answer.ok(message.json(identity.id()));
  }

  private Answer editPosted(Matcher path, Multipart request) {
    List<String> faults = Limits.ofMessage(request, false);
    Message old = records.shown(Long.parseLong(path.group(2)));
    if (!faults.isEmpty()) {
      return invalid(faults, request.payload());
    }
    if (old == null) {
      return unknownMessage();
    }
    Message edited = old.edited(request.payload(), request.files());
    records.posted(edited);
    return Answer.ok(edited.json(identity.id()));
  }

  private Answer deletePosted(Matcher path, Multipart request) {
    records.gone(Long.parseLong(path.group(2)));
    return Answer.nothing();
  }
}
