package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * The gateway: says hello, lets shards identify and resume, and delivers events with sequence
 * numbers. Thread-safe.
 */
final class Gateway extends WebSocketServer {
  private final Ledger ledger;
  private final Identity identity;
  private final CountDownLatch listening = new CountDownLatch(1);
  private final Map<WebSocket, Wire> wires = new ConcurrentHashMap<>();
  private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();

  // What the ledger guards.
  private final List<JsonNode> identifies = new ArrayList<>();
  private int resumes;
  private int heartbeats;
  private int ready;

  Gateway(Ledger ledger, Identity identity) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.ledger = ledger;
    this.identity = identity;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setDaemon(true);
    setConnectionLostTimeout(0);
  }

  String begin() throws InterruptedException {
    start();
    listening.await();
    return "ws://127.0.0.1:" + getPort();
  }

  @Override
  public void onStart() {
    listening.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    String path = handshake.getResourceDescriptor();
    if (!path.contains("v=10") || !path.contains("encoding=json")) {
      identity.violation("gateway opened with " + path);
    }
    var wire = new Wire(socket, path.contains("compress=zlib-stream"));
    wires.put(socket, wire);
    wire.op(10, Json.object().put("heartbeat_interval", 41_250));
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    JsonNode message = Json.read(text);
    JsonNode data = message.path("d");
    Wire wire = wires.get(socket);
    switch (message.path("op").asInt()) {
      case 1 -> {
        ledger.with(() -> heartbeats++);
        wire.op(11, Json.object());
      }
      case 2 -> identify(wire, data);
      case 6 -> resume(wire, data);
      case 3 -> {}
      default -> identity.violation("gateway was sent " + text);
    }
  }

  private void identify(Wire wire, JsonNode data) {
    if (!data.path("token").asText().equals(identity.token())) {
      wire.close(4004);
      return;
    }
    int shard = data.path("shard").path(0).asInt(0);
    var session = new Session(shard, wire);
    sessions.put(shard, session);
    ledger.with(() -> identifies.add(data));
    session.dispatch("READY", readyEvent(session, data.path("shard").path(1).asInt(1)));
    for (Place guild : guilds(shard, data.path("shard").path(1).asInt(1))) {
      session.dispatch("GUILD_CREATE", guild.guildCreate(identity.id()));
    }
    ledger.with(() -> ready++);
  }

  private List<Place> guilds(int shard, int shards) {
    return identity.guilds().stream()
        .filter(place -> (place.guild() >>> 22) % shards == shard)
        .toList();
  }

  private ObjectNode readyEvent(Session session, int shards) {
    ObjectNode json = Json.object().put("v", 10).put("session_id", session.id);
    json.put("resume_gateway_url", "ws://127.0.0.1:" + getPort());
    json.set("user", identity.user());
    json.putObject("application").put("id", Json.id(identity.id())).put("flags", 0);
    ArrayNode unavailable = json.putArray("guilds");
    for (Place guild : guilds(session.shard, shards)) {
      unavailable.addObject().put("id", Json.id(guild.guild())).put("unavailable", true);
    }
    json.putArray("private_channels");
    return json;
  }

  private void resume(Wire wire, JsonNode data) {
    Optional<Session> session =
        sessions.values().stream()
            .filter(known -> known.id.equals(data.path("session_id").asText()))
            .findFirst();
    if (session.isEmpty() || !session.get().resume(wire, data.path("seq").asInt())) {
      wire.op(9, com.fasterxml.jackson.databind.node.BooleanNode.FALSE);
      return;
    }
    ledger.with(() -> resumes++);
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    Wire wire = wires.remove(socket);
    if (wire != null) {
      sessions.values().forEach(session -> session.lost(wire));
    }
  }

  @Override
  public void onError(WebSocket socket, Exception e) {
    // A connection that breaks is closed; what matters of it is in onClose.
  }

  /** The session of the shard that a guild belongs to. */
  Session session(Place place) {
    int shards = Math.max(1, sessions.size());
    int shard = place.guild() == null ? 0 : (int) ((place.guild() >>> 22) % shards);
    Session session = sessions.get(shard);
    if (session == null) {
      throw new IllegalStateException("the bot is not connected");
    }
    return session;
  }

  List<Session> sessions() {
    return List.copyOf(sessions.values());
  }

  void awaitReady(int times) {
    ledger.await(
        "READY for the time no. " + times,
        () -> ready >= times ? Optional.of(true) : Optional.empty(),
        () -> "ready " + ready);
  }

  void awaitResumes(int times) {
    ledger.await(
        times + " RESUMEs",
        () -> resumes >= times ? Optional.of(true) : Optional.empty(),
        () -> "resumed " + resumes);
  }

  List<JsonNode> identifies() {
    return ledger.with(() -> List.copyOf(identifies));
  }

  int resumes() {
    return ledger.with(() -> resumes);
  }
}
