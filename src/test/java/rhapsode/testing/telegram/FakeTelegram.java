package rhapsode.testing.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A Bot API server on loopback with one bot: long polling, messages that can be edited, keyboards,
 * and every fault on demand. It checks each call against Telegram's rules and remembers it.
 * Thread-safe; whatever waits gives up after a minute.
 */
public final class FakeTelegram implements AutoCloseable {
  /** Looks like a token of BotFather's. */
  public static final String TOKEN = "7000001:AAEr-9wXk_0secretsecretsecret12345678";

  /** The bot's name. */
  public static final String BOT = "rhapsode_bot";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Object lock = new Object();
  private final UpdateQueue updates = new UpdateQueue(lock);
  private final List<Call> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Messages messages = new Messages();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final Map<String, JsonNode> commands = new HashMap<>();
  private final Map<Long, Long> migrated = new HashMap<>();
  private final Members members = new Members();
  private String webhook = "";
  private String secret = "";
  private int lastQuery = 500;
  private final HttpDoor door;

  public FakeTelegram() {
    door = new HttpDoor(lock, this::answer);
  }

  /** What the bot is to be told instead of https://api.telegram.org. */
  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + door.port());
  }

  public FakeUser user(long id) {
    return new FakeUser(this, id, "Person " + id, "en");
  }

  /** Lets the next calls of a method fail, one fault each. */
  public void fails(String method, Fault... with) {
    synchronized (lock) {
      faults.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(with));
    }
  }

  /** Calls of a method go well again. */
  public void heals(String method) {
    synchronized (lock) {
      faults.remove(method);
    }
  }

  /** Breaks all connections; the server can be reached again at once. */
  public void kill() {
    synchronized (lock) {
      door.kill();
    }
  }

  /** A group becomes a supergroup; its old id is no longer taken. */
  public void migrates(long group, long supergroup) {
    synchronized (lock) {
      migrated.put(group, supergroup);
    }
  }

  ObjectNode send(ObjectNode update) {
    synchronized (lock) {
      return updates.add(update);
    }
  }

  /** An update with a number of its own, also a lower or a repeated one. */
  public void sendRaw(ObjectNode update) {
    synchronized (lock) {
      updates.addRaw(update.deepCopy());
    }
  }

  /** One answer with these updates, in this order, even such as were confirmed. */
  public void sendAgain(ObjectNode... sent) {
    synchronized (lock) {
      updates.addAgain(Stream.of(sent).map(ObjectNode::deepCopy).toList());
    }
  }

  /** Updates are numbered from here on, as it happens after a week without any. */
  public void numbersFrom(int number) {
    synchronized (lock) {
      updates.jump(number);
    }
  }

  /** Somebody becomes an administrator of a group. */
  public void promotes(long user, long group) {
    synchronized (lock) {
      members.promote(user, group);
    }
  }

  /** Somebody is an administrator no longer. */
  public void demotes(long user, long group) {
    synchronized (lock) {
      members.demote(user, group);
    }
  }

  void starts(long user) {
    synchronized (lock) {
      messages.starts(user);
    }
  }

  int nextMessage() {
    synchronized (lock) {
      return messages.nextNumber();
    }
  }

  String nextQuery() {
    synchronized (lock) {
      return String.valueOf(++lastQuery);
    }
  }

  /** All calls of a method until now. */
  public List<Call> calls(String method) {
    synchronized (lock) {
      return calls.stream().filter(call -> call.method().equals(method)).toList();
    }
  }

  /** Calls that broke a rule of the Bot API. */
  public List<String> violations() {
    synchronized (lock) {
      return List.copyOf(violations);
    }
  }

  /** The bot's messages in a chat as they stand now, deleted ones left out. */
  public List<BotMessage> messages(long chat) {
    synchronized (lock) {
      return messages.in(chat);
    }
  }

  /** How often each text stands in any chat. */
  public Map<String, Integer> texts() {
    synchronized (lock) {
      return messages.texts();
    }
  }

  /** Waits for a message that is or becomes so. */
  public BotMessage awaitMessage(long chat, Predicate<BotMessage> wanted) {
    return await(
        () -> messages(chat).stream().filter(wanted).findFirst(),
        () ->
            "no such message in "
                + chat
                + " among "
                + messages(chat)
                + " after "
                + calls.stream().map(Call::method).toList()
                + violations);
  }

  /** Waits for a message that holds this text. */
  public BotMessage awaitMessage(long chat, String text) {
    return awaitMessage(chat, message -> message.text().contains(text));
  }

  /** Waits for a call. */
  public Call awaitCall(String method, Predicate<Call> wanted) {
    return await(
        () -> calls(method).stream().filter(wanted).findFirst(),
        () -> "no such call among " + calls(method));
  }

  /** Waits until something is true that changes with a call. */
  public void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  /** The same with another patience. */
  public void await(String what, Duration patience, BooleanSupplier condition) {
    await(
        () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(),
        () -> what,
        patience);
  }

  private <T> T await(Supplier<Optional<T>> wanted, Supplier<String> complaint) {
    return await(wanted, complaint, PATIENCE);
  }

  private <T> T await(Supplier<Optional<T>> wanted, Supplier<String> complaint, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (lock) {
      while (true) {
        Optional<T> found = wanted.get();
        if (found.isPresent()) {
          return found.get();
        }
        if (System.nanoTime() > end) {
          throw new AssertionError(complaint.get());
        }
        try {
          // Conditions outside the server, such as a health sentence, send no signal.
          lock.wait(20);
        } catch (InterruptedException e) {
          throw new AssertionError("interrupted", e);
        }
      }
    }
  }

  /** Updates that the bot has not confirmed. */
  public int unconfirmed() {
    synchronized (lock) {
      return updates.unconfirmed();
    }
  }

  /** How often the bot asked for updates. */
  public int polls() {
    synchronized (lock) {
      return updates.polls();
    }
  }

  /** Where updates are to be delivered; empty while they are fetched. */
  public String webhook() {
    synchronized (lock) {
      return webhook;
    }
  }

  /** What has to come with each delivery. */
  public String secret() {
    synchronized (lock) {
      return secret;
    }
  }

  // What it answers.

  private Fault answer(String token, Call call) throws InterruptedException {
    calls.add(call);
    lock.notifyAll();
    if (!token.equals(TOKEN)) {
      return Fault.refused(401, "Unauthorized");
    }
    Fault fault = faults.getOrDefault(call.method(), new ArrayDeque<>()).poll();
    if (fault != null && !fault.processed()) {
      return fault;
    }
    Optional<String> refusal = FieldRules.fault(call);
    if (refusal.isPresent()) {
      violations.add(call.method() + ": " + refusal.get() + " " + call.parameters());
      return Fault.refused(400, "Bad Request: " + refusal.get().replace('"', '\''));
    }
    Fault answer = answer(call);
    return fault == null ? answer : fault;
  }

  private Fault answer(Call call) throws InterruptedException {
    JsonNode p = call.parameters();
    if (migrated.containsKey(call.chat())) {
      return Fault.migrated(migrated.get(call.chat()));
    }
    return switch (call.method()) {
      case "getMe" ->
          Fault.ok(
              "{\"id\":7000001,\"is_bot\":true,\"first_name\":\"Rhapsode\",\"username\":\"%s\","
                      .formatted(BOT)
                  + "\"supports_inline_queries\":true}");
      case "getUpdates" -> webhook.isEmpty() ? updates.poll(call) : Fault.conflict();
      case "setWebhook", "deleteWebhook" -> {
        webhook = call.text("url");
        secret = call.text("secret_token");
        yield Fault.ok("true");
      }
      case "sendMessage" -> messages.sent(call, "text", false);
      case "sendPhoto" -> messages.sent(call, "caption", true);
      case "sendDocument" -> messages.sent(call, "caption", false);
      case "editMessageText" ->
          messages.edited(call, FieldRules.shown(p, "text"), call.text("text"));
      case "editMessageCaption" ->
          messages.edited(call, FieldRules.shown(p, "caption"), call.text("caption"));
      case "editMessageReplyMarkup" ->
          messages.edited(call, messages.of(call).text(), messages.of(call).html());
      case "deleteMessage" -> messages.deleted(call);
      case "setMyCommands" -> {
        commands.put(key(p), p.path("commands"));
        yield Fault.ok("true");
      }
      case "getMyCommands" -> Fault.ok(commands.getOrDefault(key(p), NODES.arrayNode()).toString());
      case "getChatMember" -> Fault.ok(members.one(p.path("user_id").asLong(), call.chat()));
      case "getChatAdministrators" -> Fault.ok(members.administrators(call.chat()));
      case "answerCallbackQuery", "answerInlineQuery", "sendChatAction" -> Fault.ok("true");
      default -> Fault.refused(404, "Not Found");
    };
  }

  private static String key(JsonNode p) {
    return p.path("scope") + "/" + p.path("language_code").asText();
  }

  @Override
  public void close() {
    door.close();
  }
}
