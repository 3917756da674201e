package rhapsode.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One interaction and everything the bot answered to it: what somebody typed, pressed or submitted,
 * the acknowledgement, the messages. Thread-safe.
 */
public final class Exchange {
  /** The kinds of acknowledgement, by the numbers that the platform gives them. */
  static final int MESSAGE = 4;

  static final int DEFERRED = 5;
  static final int DEFERRED_UPDATE = 6;
  static final int AUTOCOMPLETE = 8;
  static final int MODAL = 9;

  private final Ledger ledger;
  private final long id = Snowflakes.next();
  private final String token = "token-" + id;
  private final User user;
  private final Place place;
  private final @Nullable Message pressed;
  private final long begun = System.nanoTime();

  // What the ledger guards.
  private final List<JsonNode> acknowledgements = new ArrayList<>();
  private final Map<Long, Message> messages = new LinkedHashMap<>();
  private int refusedAcknowledgements;
  private long acknowledgedAfter;
  private @Nullable Long original;
  private boolean pending;
  private boolean expired;

  Exchange(Ledger ledger, User user, Place place, @Nullable Message pressed) {
    this.ledger = ledger;
    this.user = user;
    this.place = place;
    this.pressed = pressed;
  }

  long id() {
    return id;
  }

  String token() {
    return token;
  }

  public User user() {
    return user;
  }

  public Place place() {
    return place;
  }

  // ---- what the bot does, called with the ledger held

  /** Counts an acknowledgement; false if there was one before. */
  boolean acknowledge(JsonNode callback) {
    if (!acknowledgements.isEmpty()) {
      refusedAcknowledgements++;
      return false;
    }
    acknowledgements.add(callback);
    acknowledgedAfter = System.nanoTime() - begun;
    pending = callback.path("type").asInt() == DEFERRED;
    if (callback.path("type").asInt() == DEFERRED_UPDATE && pressed != null) {
      original = pressed.id();
      messages.put(pressed.id(), pressed);
    }
    return true;
  }

  boolean acknowledged() {
    return !acknowledgements.isEmpty();
  }

  boolean pending() {
    return pending;
  }

  boolean expired() {
    return expired;
  }

  Optional<Message> find(String name) {
    Long wanted = name.equals("@original") ? original : Long.valueOf(name);
    return Optional.ofNullable(wanted == null ? null : messages.get(wanted));
  }

  void original(Message message) {
    original = message.id();
    pending = false;
    messages.put(message.id(), message);
  }

  void keep(Message message) {
    messages.put(message.id(), message);
  }

  void deleteOriginal() {
    pending = false;
    if (original != null) {
      messages.remove(original);
      original = null;
    }
  }

  void delete(long message) {
    messages.remove(message);
  }

  boolean deferredEphemerally() {
    return (acknowledgements.get(0).path("data").path("flags").asInt() & Message.EPHEMERAL) != 0;
  }

  // ---- what a test asks

  /** The token lives no longer. */
  public void expire() {
    ledger.with(() -> expired = true);
  }

  /** Waits for the acknowledgement and returns it. */
  public JsonNode acknowledgement() {
    return ledger.await(
        "acknowledgement", () -> acknowledgements.stream().findFirst(), this::toString);
  }

  /** From the event's sending to the acknowledgement's arrival. */
  public double acknowledgedAfterMillis() {
    acknowledgement();
    return ledger.with(() -> acknowledgedAfter / 1e6);
  }

  /** Waits until there are as many messages as this, and returns them in order. */
  public List<Message> messages(int count) {
    return ledger.await(
        count + " messages",
        () ->
            messages.size() >= count
                ? Optional.of(List.copyOf(messages.values()))
                : Optional.empty(),
        this::toString);
  }

  /** Waits for a message with this text in it. */
  public Message message(String text) {
    return message(m -> m.text().contains(text), "message with '" + text + "'");
  }

  /** Waits for a message of a kind. */
  public Message message(Predicate<Message> kind, String what) {
    return ledger.await(
        what, () -> messages.values().stream().filter(kind).findFirst(), this::toString);
  }

  /** Waits until no message is left and nothing is awaited. */
  public void emptied() {
    ledger.await(
        "end",
        () -> messages.isEmpty() && !pending ? Optional.of(true) : Optional.empty(),
        this::toString);
  }

  /** How often the bot acknowledged it, refused tries included. */
  public int acknowledgements() {
    return ledger.with(() -> acknowledgements.size() + refusedAcknowledgements);
  }

  /** Messages as they stand now. */
  public List<Message> now() {
    return ledger.with(() -> List.copyOf(messages.values()));
  }

  @Override
  public String toString() {
    return user.name() + ": " + acknowledgements + " " + messages.values();
  }
}
